import { preferred } from "../../normalise/media.js";
import { serverUrl } from "../../normalise/servers.js";
import { list, record, resolve, text, type Raw } from "../../normalise/raw.js";
import type { FieldNode, Node } from "./node.js";
import type { Source } from "./same-text.js";
import { SchemaReader } from "./schema-reader.js";
import { schemesOf, securityOf } from "../../normalise/security.js";

/** One operation of a contract, uncut. */
export interface OperationContract {
  readonly source: Source;
  /** The names of the path's parameters, in their order. */
  readonly pathParameters: readonly string[];
  readonly deprecated: boolean;
  /** Keyed by place and request name, such as `query limit`. */
  readonly parameters: ReadonlyMap<string, ParameterContract>;
  readonly body?: BodyContract;
  /** Successful answers, by status. */
  readonly answers: ReadonlyMap<string, AnswerContract>;
  /** Alternative security requirements. Empty if the operation needs no key. */
  readonly security: readonly string[];
  /** URLs of its own servers. Empty if it uses the servers of the API. */
  readonly servers: readonly string[];
}

export interface ParameterContract extends FieldNode {
  /** How lists and objects are serialised. */
  readonly style: string;
}

export interface BodyContract {
  readonly required: boolean;
  readonly media: readonly string[];
  readonly node: Node;
  /** How fields of a form are serialised, by name; only those for which the document says so. */
  readonly styles: ReadonlyMap<string, string>;
}

export interface AnswerContract {
  readonly media: readonly string[];
  readonly node?: Node;
}

/** One whole document. */
export interface DocumentContract {
  /** By `METHOD /path`. */
  readonly operations: ReadonlyMap<string, OperationContract>;
  /** URLs of its servers, with the values of their variables. */
  readonly servers: readonly string[];
  /** The requirements of each security scheme, by the part of the scheme, such as `oauth scope repo`. */
  readonly schemes: ReadonlyMap<string, string>;
}

/** Reads a document whose references are internal. Unreadable parts are skipped. */
export function readDocumentContract(document: Raw): DocumentContract {
  const reader = new SchemaReader(document);
  const operations = Object.entries(record(document.paths)).flatMap(([path, given]) => {
    const item = { ...safely(() => resolve(document, given)), ...record(given) };
    return METHODS.flatMap((method) => {
      if (item[method] === undefined || item[method] === null) return [];
      const contract = operationOf(reader, path, item, record(item[method]));
      return [[`${method.toUpperCase()} ${path}`, contract] as const];
    });
  });
  return {
    operations: new Map(operations),
    servers: list(document.servers).map(serverText),
    schemes: schemesOf(document),
  };
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

function operationOf(reader: SchemaReader, path: string, item: Raw, raw: Raw): OperationContract {
  const { document } = reader;
  const servers = [raw.servers, item.servers].map(list).find((given) => given.length > 0) ?? [];
  const body = bodyOf(reader, raw);
  return {
    source: { document, item, raw },
    pathParameters: [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name!),
    deprecated: raw.deprecated === true,
    parameters: parametersOf(reader, item, raw),
    ...(body ? { body } : {}),
    answers: answersOf(reader, raw),
    security: securityOf(document, raw),
    servers: servers.map(serverText),
  };
}

function parametersOf(reader: SchemaReader, item: Raw, raw: Raw): Map<string, ParameterContract> {
  const { document } = reader;
  return new Map(
    [...list(item.parameters), ...list(raw.parameters)].flatMap((given) => {
      const parameter = safely(() => resolve(document, given));
      if (!parameter || typeof parameter.name !== "string") return [];
      const place = String(parameter.in);
      const name = place === "header" ? parameter.name.toLowerCase() : parameter.name;
      return [[`${place} ${name}`, parameterOf(reader, parameter)] as const];
    }),
  );
}

function parameterOf(reader: SchemaReader, parameter: Raw): ParameterContract {
  const content = Object.values(record(parameter.content))[0];
  const schema = content === undefined ? (parameter.schema ?? parameter) : record(content).schema;
  const facts = safely(() => resolve(reader.document, schema)) ?? {};
  return {
    node: reader.read(schema === parameter ? typeAlone(parameter) : schema),
    required: parameter.in === "path" || parameter.required === true,
    deprecated: parameter.deprecated === true,
    ...(facts.default === undefined ? {} : { default: facts.default }),
    style: styleOf(parameter),
  };
}

/** How values are serialised; empty for the default of the place. */
function styleOf(written: Raw): string {
  const style = listStyleOf(written);
  return written.allowReserved === true ? `${style || "usual"}, with reserved characters as they are` : style;
}

function listStyleOf({ in: place, style, explode }: Raw): string {
  const usual = place === "query" || place === "cookie" ? "form" : "simple";
  const given = style ?? usual;
  const exploded = explode ?? given === "form";
  const isUsual = exploded === (given === "form");
  if (given === usual) return isUsual ? "" : exploded === true ? "one by one" : "a joined list";
  return `${String(given)}${isUsual ? "" : exploded === true ? ", one by one" : ", joined"}`;
}

/** A form's fields are serialised as parameters of a query, or as parts with a media type. */
function stylesOf(encoding: Raw): Map<string, string> {
  const styles = Object.entries(encoding).map(([name, given]) => {
    const written = record(given);
    const type = text(written.contentType);
    const all = [styleOf({ ...written, in: "query" }), ...(type === undefined ? [] : [`type ${type}`])];
    return [name, all.filter((one) => one !== "").join(", ")] as const;
  });
  return new Map(styles.filter(([, style]) => style !== ""));
}

/** Some documents put the type directly into the parameter, as in Swagger 2.0. */
function typeAlone({ type, format, items, enum: values }: Raw): Raw {
  const all = { type, format, items, enum: values };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function bodyOf(reader: SchemaReader, raw: Raw): BodyContract | undefined {
  const body = safely(() => resolve(reader.document, raw.requestBody)) ?? {};
  const content = record(body.content);
  const type = safely(() => preferred(reader.document, content));
  if (type === undefined) return undefined;
  return {
    required: body.required === true,
    media: mediaOf(content),
    node: reader.read(record(content[type]).schema ?? {}),
    styles: stylesOf(record(record(content[type]).encoding)),
  };
}

function answersOf(reader: SchemaReader, raw: Raw): Map<string, AnswerContract> {
  const responses = record(raw.responses);
  const success = Object.keys(responses).filter((status) => /^2/.test(status));
  const all = success.length > 0 ? success : Object.keys(responses).filter((status) => status === "default");
  return new Map(
    all.map((status) => {
      const content = record(safely(() => resolve(reader.document, responses[status]))?.content);
      const type = Object.keys(content).find((name) => name.includes("json"));
      const node = type === undefined ? undefined : reader.read(record(content[type]).schema ?? {});
      return [status, { media: mediaOf(content), ...(node ? { node } : {}) }] as const;
    }),
  );
}

function mediaOf(content: Raw): string[] {
  return Object.keys(content)
    .map((type) => type.split(";")[0]!.trim().toLowerCase())
    .sort();
}

/** A server's URL and the values of its variables. Another value may send the key to another host. */
function serverText(server: unknown): string {
  const { url, variables } = record(server);
  const values = Object.entries(record(variables)).map(([name, variable]) => {
    const { default: usual, enum: all } = record(variable);
    return `${name}: ${[usual, ...list(all).filter((one) => one !== usual)].map(String).join(", ")}`;
  });
  // Calls go to the same place with and without a slash at the end.
  const address = (text(url) ?? serverUrl(server) ?? "").replace(/\/+$/, "");
  return values.length === 0 ? address : `${address} (${values.join("; ")})`;
}

function safely<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
