import { convertObj } from "swagger2openapi";
import { isObject } from "./rewrite.js";

type Json = Readonly<Record<string, unknown>>;

/**
 * Converts Swagger 2.0 to OpenAPI 3.0. It keeps how lists in forms are serialised, which the converter loses.
 * @throws Error if the document is not Swagger 2.0
 */
export async function fromSwagger2(document: object): Promise<unknown> {
  markFormLists(document);
  const { openapi } = await convertObj(document, { patch: true, warnOnly: true });
  encodeFormLists(openapi);
  return openapi;
}

/** Keywords that the converter copies from a form parameter to its property. */
const MARK = "x-collectionFormat";

function markFormLists(document: object): void {
  visit(document, (value) => {
    if (value.in === "formData" && value.type === "array")
      (value as Record<string, unknown>)[MARK] = value.collectionFormat ?? "csv";
  });
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
