import {
  ABOUT_PAGES,
  ALSO_ABOUT_PAGES,
  LIST_NAMES,
  NEXT_NAMES,
} from "../../../runtime/contract/paging-names.js";
import { METHODS } from "../../normalise/normalise.js";
import { list, own, record, resolve, text, type Raw } from "../../normalise/raw.js";

/** What a document declares of its operations' answers, by `METHOD /path`. Each is looked up once. */
export interface DeclaredAnswers {
  readonly document: Raw;
  /** Whether an operation declares an answer of this status. */
  declares(key: string, status: string): boolean;
  /** The fields of an answer that is a record. */
  fields(key: string): ReadonlyMap<string, Raw>;
  list(key: string): AnswerList | undefined;
  next(key: string): NextPage | undefined;
}

export function declaredAnswers(document: Raw): DeclaredAnswers {
  const raw = rawOperations(document);
  const schema = once((key) => answerSchema(document, raw.get(key) ?? {}));
  return {
    document,
    declares: (key, status) => successes(document, raw.get(key) ?? {}).some(([one]) => one === status),
    fields: once((key) => fieldsOf(document, schema(key) ?? {})),
    list: once((key) => listIn(document, schema(key))),
    next: once((key) => nextPageIn(document, raw.get(key) ?? {}, schema(key))),
  };
}

function once<Value>(find: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, find(key));
    return known.get(key)!;
  };
}

/** The operations of a document as they stand there, by `METHOD /path`. */
function rawOperations(document: Raw): ReadonlyMap<string, Raw> {
  const found = Object.entries(record(document.paths)).flatMap(([path, item]) => {
    const resolved = followed(document, item);
    return METHODS.flatMap((method): [string, Raw][] => {
      const raw = resolved[method.toLowerCase()];
      return raw === undefined ? [] : [[`${method} ${path}`, followed(document, raw)]];
    });
  });
  return new Map(found);
}

/** The responses of success, by status. */
function successes(document: Raw, operation: Raw): readonly (readonly [status: string, response: Raw])[] {
  return Object.entries(record(operation.responses))
    .filter(([status]) => status.startsWith("2"))
    .map(([status, response]) => [status, followed(document, response)] as const);
}

/** The JSON schema of the first answer of success that has one. */
function answerSchema(document: Raw, operation: Raw): Raw | undefined {
  for (const [, { content }] of successes(document, operation)) {
    const type = Object.keys(record(content)).find((name) => name.includes("json"));
    if (type !== undefined) return followed(document, record(own(content, type)).schema);
  }
  return undefined;
}

/** A list within an answer. */
interface AnswerList {
  /** Such as `data[]`; `[]` where the answer itself is the list. */
  readonly path: string;
  readonly item: Raw;
}

/** The list that a page of an answer would be read from, found as `readListing` finds it in an answer. */
function listIn(document: Raw, schema: Raw | undefined): AnswerList | undefined {
  if (schema === undefined) return undefined;
  if (isArray(schema)) return { path: "[]", item: followed(document, schema.items) };
  const fields = fieldsOf(document, schema);
  const lists = [...fields].filter(([, field]) => isArray(field));
  const known = LIST_NAMES.find((name) => lists.some(([one]) => one === name));
  const [name, field] = lists.find(([one]) => one === known) ?? (lists.length === 1 ? lists[0]! : []);
  return name === undefined ? undefined : { path: `${name}[]`, item: followed(document, field!.items) };
}

/** What an answer says of the next page. */
export interface NextPage {
  readonly name: string;
  /** Whether it is a URL rather than a cursor or number. */
  readonly isUrl: boolean;
}

/** The field or header by which an answer leads on; nothing where none is declared. */
function nextPageIn(document: Raw, operation: Raw, schema: Raw | undefined): NextPage | undefined {
  const hasLink = successes(document, operation).some(([, { headers }]) =>
    Object.keys(record(headers)).some((name) => name.toLowerCase() === "link"),
  );
  const root = schema === undefined ? new Map<string, Raw>() : fieldsOf(document, schema);
  const about = [...ABOUT_PAGES, ...ALSO_ABOUT_PAGES].flatMap((name) =>
    root.has(name) ? [fieldsOf(document, root.get(name)!)] : [],
  );
  for (const fields of [...about, root]) {
    const name = NEXT_NAMES.find((one) => fields.has(one));
    if (name !== undefined) return { name, isUrl: isUrl(name, fields.get(name)!) };
  }
  return hasLink ? { name: "Link", isUrl: true } : undefined;
}

function isUrl(name: string, { format, description, example }: Raw): boolean {
  if (/ur[il]$|link$/i.test(name) || format === "uri" || format === "url") return true;
  return /^https?:|^\//.test(String(example)) || /\bURL\b|\blink\b/i.test(text(description) ?? "");
}

/** The properties of a schema, those of `allOf` included. */
export function fieldsOf(document: Raw, schema: Raw, depth = 0): ReadonlyMap<string, Raw> {
  if (depth > 5) return new Map();
  const parts = list(schema.allOf).map((part) => followed(document, part));
  const own = Object.entries(record(schema.properties)).map(
    ([name, given]) => [name, followed(document, given)] as const,
  );
  return new Map([...parts.flatMap((part) => [...fieldsOf(document, part, depth + 1)]), ...own]);
}

/** A schema's values: of `enum`, or of the enums that `allOf` holds. */
export function choicesOf(document: Raw, schema: Raw): readonly string[] {
  const parts = [schema, ...list(schema.allOf).map((part) => followed(document, part))];
  return parts.flatMap((part) => list(part.enum)).filter((value) => typeof value === "string");
}

function isArray({ type, items }: Raw): boolean {
  return (
    type === "array" ||
    (Array.isArray(type) && type.includes("array")) ||
    (type === undefined && items !== undefined)
  );
}

/** What a reference leads to; an empty object where it points to nothing. */
export function followed(document: Raw, value: unknown): Raw {
  try {
    return resolve(document, value);
  } catch {
    return {};
  }
}
