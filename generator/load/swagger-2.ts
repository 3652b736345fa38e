import { convertObj } from "swagger2openapi";
import { isObject } from "./rewrite.js";

type Json = Readonly<Record<string, unknown>>;

/**
 * Converts Swagger 2.0 to OpenAPI 3.0. It keeps how lists are serialised, which the converter loses in forms, paths and
 * headers. Of two schemes, https comes first, because credentials are sent there.
 * @throws Error if the document is not Swagger 2.0
 */
export async function fromSwagger2(document: object): Promise<unknown> {
  markLists(document);
  const { openapi } = await convertObj(withHttpsFirst(document), { patch: true, warnOnly: true });
  encodeFormLists(openapi);
  return openapi;
}

/** Keywords that the converter copies from a form parameter to its property. */
const MARK = "x-collectionFormat";

function markLists(document: object): void {
  visit(document, (value) => {
    const { in: place, collectionFormat = "csv" } = value;
    const isMarked =
      place === "formData" || ((place === "header" || place === "path") && collectionFormat !== "csv");
    if (isMarked && value.type === "array") (value as Record<string, unknown>)[MARK] = collectionFormat;
  });
}

function withHttpsFirst(document: object): object {
  const { schemes } = document as Json;
  return Array.isArray(schemes)
    ? { ...document, schemes: [...(schemes as unknown[])].sort().reverse() }
    : document;
}

function encodeFormLists(document: object): void {
  visit(document, (value) => {
    if (!isObject(value.content)) return;
    for (const media of Object.values(value.content)) if (isObject(media)) encodeMedia(media);
  });
}

function encodeMedia(media: Json): void {
  const properties =
    isObject(media.schema) && isObject(media.schema.properties) ? media.schema.properties : {};
  const lists = Object.entries(properties).filter(
    ([, schema]) => isObject(schema) && schema[MARK] !== undefined,
  );
  if (lists.length === 0) return;
  const encoding: Record<string, unknown> = {};
  for (const [name, schema] of lists)
    encoding[name] = ENCODINGS[String((schema as Json)[MARK])] ?? ENCODINGS.csv;
  Object.assign(media, { encoding: { ...encoding, ...(media.encoding as Json | undefined) } });
}

/** OpenAPI 3 has no style for tabs, so this mark keeps the information. */
const ENCODINGS: Readonly<Record<string, Json>> = {
  csv: { style: "form", explode: false },
  multi: { style: "form", explode: true },
  ssv: { style: "spaceDelimited", explode: false },
  pipes: { style: "pipeDelimited", explode: false },
  tsv: { [MARK]: "tsv", explode: false },
};

/** Calls `visit` once for every object, even if it is repeated. */
function visit(root: unknown, call: (value: Json) => void): void {
  const seen = new Set<unknown>();
  const waiting = [root];
  for (let value = waiting.pop(); waiting.length > 0 || value !== undefined; value = waiting.pop()) {
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isObject(value)) call(value);
    waiting.push(...(Object.values(value) as unknown[]));
  }
}
