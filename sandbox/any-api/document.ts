import { isRecord, type Json } from "../values.js";

/** One parameter of an operation. */
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: unknown;
}

/** One media type of a body or an answer. */
export interface Content {
  readonly media: string;
  /** Absent where the document declares none. */
  readonly schema?: unknown;
}

/** An answer that an operation declares. */
export interface Declared {
  /** As the document writes it: `201`, `4XX` or `default`. */
  readonly status: string;
  /** Absent where the answer has no body. */
  readonly content?: Content;
  /** Headers that the answer must have, with their schemas. */
  readonly headers: Readonly<Record<string, unknown>>;
}

/** An operation, as the document declares it. */
export interface Operation {
  /** `METHOD /path/{template}`. */
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body?: { readonly required: boolean; readonly contents: readonly Content[] };
  readonly answers: readonly Declared[];
}

/** The document of any API. */
export interface ApiDocument {
  readonly title: string;
  readonly operations: readonly Operation[];
  /** Follows references. Returns `{}` for a reference to a missing place. */
  resolve(node: unknown): Json;
}

const METHODS = ["get", "put", "post", "patch", "delete", "head", "options"];

/** Reads an OpenAPI 3 document whose references all lead into itself. */
export function readApiDocument(document: Json): ApiDocument {
  const resolve = (node: unknown) => follow(document, node);
  const operations = Object.entries(record(document.paths)).flatMap(([path, given]) => {
    const item = resolve(given);
    return METHODS.filter((method) => isRecord(item[method])).map((method) =>
      readOperation({ method, path, raw: record(item[method]), shared: list(item.parameters), resolve }),
    );
  });
  const { title } = record(document.info);
  return { title: typeof title === "string" ? title : "The API", operations, resolve };
}

interface RawOperation {
  readonly method: string;
  readonly path: string;
  readonly raw: Json;
  /** Parameters of the path item. */
  readonly shared: readonly unknown[];
  readonly resolve: ApiDocument["resolve"];
}

function readOperation({ method, path, raw, shared, resolve }: RawOperation): Operation {
  const own = new Map(
    [...shared, ...list(raw.parameters)].map((given) => {
      const parameter = readParameter(resolve(given));
      return [`${parameter.in} ${parameter.name}`, parameter] as const;
    }),
  );
  const body = resolve(raw.requestBody);
  const contents = contentsOf(body.content);
  const answers = Object.entries(record(raw.responses)).map(([status, given]) =>
    readAnswer(status, resolve(given), resolve),
  );
  return {
    key: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    parameters: [...own.values()],
    body: contents.length > 0 ? { required: body.required === true, contents } : undefined,
    answers,
  };
}

function readParameter(raw: Json): Parameter {
  return {
    name: String(raw.name),
    in: String(raw.in),
    required: raw.required === true,
    schema: raw.schema ?? contentsOf(raw.content)[0]?.schema ?? {},
  };
}

function readAnswer(status: string, raw: Json, resolve: ApiDocument["resolve"]): Declared {
  const headers = Object.entries(record(raw.headers))
    .map(([name, given]) => [name, resolve(given)] as const)
    .filter(([, header]) => header.required === true);
  return {
    status: status.toUpperCase() === "DEFAULT" ? "default" : status.toUpperCase(),
    content: preferred(contentsOf(raw.content)),
    headers: Object.fromEntries(headers.map(([name, { schema }]) => [name, schema])),
  };
}

function contentsOf(given: unknown): Content[] {
  return Object.entries(record(given)).map(([media, content]) => ({
    media,
    ...(record(content).schema === undefined ? {} : { schema: record(content).schema }),
  }));
}

/** JSON where there is a choice. */
function preferred(contents: readonly Content[]): Content | undefined {
  return contents.find(({ media }) => isJson(media)) ?? contents[0];
}

/** Whether a media type is JSON, or a range that JSON is in. */
export function isJson(media: string): boolean {
  return /^(application\/(.+\+)?(json|\*)|\*\/\*)(;|$)/i.test(media) || /[/+]json(;|$)/i.test(media);
}

/** More steps than any document needs. A reference to itself ends here. */
const MOST_STEPS = 20;

function follow(document: Json, node: unknown): Json {
  let found = node;
  for (let step = 0; step < MOST_STEPS; step++) {
    const reference = isRecord(found) ? found.$ref : undefined;
    if (typeof reference !== "string") return record(found);
    found = at(document, reference);
  }
  return {};
}

function at(document: Json, reference: string): unknown {
  if (!reference.startsWith("#/")) return undefined;
  return reference
    .slice(2)
    .split("/")
    .map((step) => decoded(step).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>(
      (node, step) => (isRecord(node) || Array.isArray(node) ? (node as Json)[step] : undefined),
      document,
    );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The value, if it is an object; otherwise an empty one. */
export function record(value: unknown): Json {
  return isRecord(value) ? value : {};
}

/** The value, if it is an array; otherwise an empty one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
