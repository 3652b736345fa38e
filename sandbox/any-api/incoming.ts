import { isJson, type Content, type Operation } from "./document.js";
import { isRecord, type Json } from "../values.js";
import { fieldsOf, type ViewOf } from "./view.js";
import type { Validity } from "./validity.js";

/** A request, read by the contract. */
export interface Incoming {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** A value for JSON and forms, bytes for any other type. Undefined if there is no body. */
  readonly body: unknown;
  /** The schema that the contract has for this body. */
  readonly bodySchema?: unknown;
}

/** A request that can't be read by the contract. */
export class Unreadable extends Error {}

/** The largest body that the sandbox accepts. */
const MOST_BYTES = 16_000_000;

/**
 * Reads the body by its type.
 * @throws Unreadable
 */
export async function readBody(
  request: Request,
  { body }: Operation,
  view: ViewOf,
): Promise<Pick<Incoming, "body" | "bodySchema">> {
  if (request.body === null || request.method === "GET" || request.method === "HEAD")
    return { body: undefined };
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > MOST_BYTES) throw new Unreadable("The body is larger than 16 MB.");
  if (bytes.byteLength === 0) return { body: undefined };
  const media = request.headers.get("content-type") ?? "application/octet-stream";
  const content = contentFor(media, body?.contents ?? []);
  const bodySchema = content?.schema;
  if (isJson(media)) return { body: parsed(Buffer.from(bytes).toString()), bodySchema };
  if (/^application\/x-www-form-urlencoded/i.test(media)) {
    const form = new URLSearchParams(Buffer.from(bytes).toString());
    return { body: typed(bodySchema, nested([...form]), view), bodySchema };
  }
  if (!/^multipart\/form-data/i.test(media)) return { body: Buffer.from(bytes) };
  const form = await new Response(bytes, { headers: { "content-type": media } }).formData().catch(() => {
    throw new Unreadable("The body is not a valid form.");
  });
  const parts = [...form].map(
    ([name, value]) =>
      [name, typeof value === "string" ? value : `${value.name} (${value.size} bytes)`] as const,
  );
  return { body: typed(bodySchema, nested(parts), view), bodySchema };
}

function contentFor(media: string, contents: readonly Content[]): Content | undefined {
  const bare = (one: string) => one.split(";")[0]!.trim().toLowerCase();
  const exact = contents.find((one) => bare(one.media) === bare(media));
  return exact ?? contents.find((one) => isJson(one.media) && isJson(media)) ?? contents[0];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Unreadable("The body is not JSON.");
  }
}

/** `a[b][]=1` as `{a: {b: ["1"]}}`; a name that comes twice is a list. */
function nested(pairs: readonly (readonly [string, string])[]): Json {
  const root: Record<string, unknown> = {};
  for (const [name, value] of pairs) {
    const [first = "", ...others] = name.split(/\[|\]\[|\]/);
    const steps = [first, ...(name.includes("[") ? others.slice(0, -1) : [])];
    put(root, steps, value);
  }
  return listsOf(root) as Json;
}

function put(
  holder: Record<string, unknown>,
  [step = "", ...others]: readonly string[],
  value: string,
): void {
  const name = step === "" ? String(Object.keys(holder).length) : step;
  if (others.length > 0) {
    if (!isRecord(holder[name])) define(holder, name, {});
    put(holder[name] as Record<string, unknown>, others, value);
    return;
  }
  const before = Object.hasOwn(holder, name) ? holder[name] : undefined;
  define(holder, name, before === undefined ? value : [before, value].flat());
}

/** A field named `__proto__` is a field like any other. */
function define(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, writable: true, configurable: true });
}

/** An object whose names count from 0 is a list. */
function listsOf(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const names = Object.keys(value);
  const isList = names.length > 0 && names.every((name, index) => name === String(index));
  if (isList) return Object.values(value).map(listsOf);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, listsOf(one)]));
}

/** Converts texts of a form or a query to the types that a schema declares. */
export function typed(schema: unknown, value: unknown, view: ViewOf): unknown {
  const seen = view(schema);
  // A form does not say which alternative it is, so the fields of all of them are used.
  const fields = fieldsOf(schema, view);
  if (isRecord(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, typed(fields[name], one, view)]),
    );
  if (Array.isArray(value)) return value.map((one) => typed(seen.items, one, view));
  if (typeof value !== "string") return value;
  const kinds = new Set([...seen.kinds, ...seen.variants.flatMap((one) => view(one).kinds)]);
  if (kinds.has("array")) return [typed(seen.items, value, view)];
  if (kinds.has("boolean") && (value === "true" || value === "false")) return value === "true";
  const isNumber =
    (kinds.has("integer") || kinds.has("number")) && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value);
  if (isNumber) return Number(value);
  return (kinds.has("object") || kinds.size === 0) && /^[[{]/.test(value) ? jsonOr(value) : value;
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The ways in which a request breaks the contract. */
export function faultsOf(
  operation: Operation,
  incoming: Incoming,
  view: ViewOf,
  validity: Validity,
): string[] {
  const parameters = operation.parameters.flatMap(({ name, in: place, required, schema }) => {
    const given = valueOf(name, place, incoming);
    const { kinds, variants } = view(schema);
    // The fields of an object may be parameters of their own, and a key may be a cookie.
    const mayHide = place === "cookie" || kinds.includes("object");
    if (given === undefined) return required && !mayHide ? [`${name} is missing in the ${place}.`] : [];
    const isScalar = !/array|object/.test(kinds.join()) && variants.length === 0;
    if (!isScalar || typeof given !== "string") return [];
    return validity.faults(schema, typed(schema, given, view), "request").map((fault) => `${name}: ${fault}`);
  });
  return [...parameters, ...bodyFaults(operation, incoming, validity)];
}

function valueOf(name: string, place: string, { path, query, headers }: Incoming): unknown {
  if (place === "path") return path[name];
  if (place === "header") return headers.get(name) ?? undefined;
  const names = [...query.keys()];
  if (names.some((one) => one.startsWith(`${name}[`))) return query;
  return query.get(name) ?? undefined;
}

function bodyFaults(
  { body }: Operation,
  { body: given, bodySchema }: Incoming,
  validity: Validity,
): string[] {
  if (given === undefined) return body?.required === true ? ["The request has no body."] : [];
  if (bodySchema === undefined || Buffer.isBuffer(given)) return [];
  return validity.faults(bodySchema, given, "request");
}
