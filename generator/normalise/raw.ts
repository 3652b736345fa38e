/** A JSON object of a document. Its members are unknown. */
export type Raw = Readonly<Record<string, unknown>>;

/** A parsed OpenAPI 3.x document with only internal references (`#/…`). */
export type OpenApiDocument = Raw & { readonly openapi: string; readonly paths: Raw };

/** The value when it is an object, otherwise an empty one. */
export function record(value: unknown): Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Raw) : {};
}

/** The value when it is an array, otherwise an empty one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value if it is a non-empty string. */
export function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The value when it is a finite number. */
export function number(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** A boolean, also as YAML 1.1 writes it: `yes`, `off`. Undefined for other texts. */
export function flagIn(text: string): boolean | undefined {
  if (/^(true|yes|on)$/i.test(text)) return true;
  return /^(false|no|off)$/i.test(text) ? false : undefined;
}

/** An own member, never one that every object inherits. */
export function own(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** Follows `$ref` to the end. Throws if a reference points to nothing or refers to itself. */
export function resolve(document: Raw, value: unknown): Raw {
  let current = record(value);
  for (let hops = 0; typeof current.$ref === "string"; hops++) {
    if (hops > 50) throw new Error(`The reference ${current.$ref} refers to itself.`);
    current = target(document, current.$ref);
  }
  return current;
}

/** The target of a `#/…` reference. Its pointer may lead through other references. */
export function target(document: Raw, reference: string, hops = 0): Raw {
  if (!reference.startsWith("#")) throw new Error(`The reference ${reference} points outside the document.`);
  if (!/^#(\/|$)/.test(reference)) throw new Error(`The reference ${reference} is not a JSON pointer.`);
  const segments = reference.slice(1).split("/").slice(1);
  const found = segments.reduce<unknown>((at, segment) => {
    const key = unescape(segment);
    const { $ref } = record(at);
    const isThrough = typeof $ref === "string" && own(at, key) === undefined && hops < MOST_HOPS;
    return own(isThrough ? target(document, $ref, hops + 1) : at, key);
  }, document);
  // In OpenAPI 3.1 `true` is also a schema. It takes anything.
  if (found === true) return {};
  if (typeof found !== "object" || found === null || Array.isArray(found)) {
    throw new Error(`The reference ${reference} points to nothing.`);
  }
  return found as Raw;
}

/** A pointer that leads through more references refers to itself. */
const MOST_HOPS = 20;

function unescape(segment: string): string {
  if (!/[%~]/.test(segment)) return segment;
  return decoded(segment).replaceAll("~1", "/").replaceAll("~0", "~");
}

/** A pointer in a URL is percent-encoded. Some documents forget that and have a bare `%`. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
