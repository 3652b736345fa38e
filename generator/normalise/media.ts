import type { BodyPlan } from "../../runtime/contract/tool.js";
import { record, resolve, type Raw } from "./raw.js";

/** The most expressive media type of a body's content; undefined if there is none. */
export function preferred(document: Raw, content: Raw): string | undefined {
  // A patch of operations is a list. Where a document gives it an object, another type is meant.
  const types = Object.keys(content).sort(
    (one, other) => Number(isMisnamedPatch(one)) - Number(isMisnamedPatch(other)),
  );
  const found = ORDER.map((as) =>
    types.find((type) => encodingOf(document, type, record(content[type])) === as),
  );
  return found.find((type) => type !== undefined);

  function isMisnamedPatch(type: string): boolean {
    if (bareName(type) !== "application/json-patch+json") return false;
    const schema = resolve(document, record(content[type]).schema);
    return schema.type !== "array" && schema.items === undefined;
  }
}

const ORDER: readonly BodyPlan["as"][] = ["json", "form", "multipart", "text", "bytes"];

/** How a body of this media type is written. If the type does not show it, the schema decides. */
export function encodingOf(document: Raw, type: string, media: Raw): BodyPlan["as"] {
  const name = bareName(type);
  if (/^(application|text)\/json$|\+json$/.test(name)) return "json";
  if (name === "application/x-www-form-urlencoded") return "form";
  if (name.startsWith("multipart/")) return "multipart";
  if (name.startsWith("text/") || TEXTUAL.test(name)) return "text";
  return bySchema(name, resolve(document, media.schema));
}

/** The media type to send: with the document's parameters such as `version=2`, and a plain type for a range. */
export function mediaOf(type: string, as: BodyPlan["as"]): string {
  const name = bareName(type);
  if (name.includes("*") || !MEDIA_TYPE.test(name)) return USUAL[as];
  const parameters = type
    .split(";")
    .slice(1)
    .map((parameter) => parameter.trim())
    // The boundary divides the parts of one body. The writer of the body chooses it.
    .filter((parameter) => PARAMETER.test(parameter) && !/^boundary=/i.test(parameter));
  return [name, ...parameters].join("; ");
}

/** The media types in `encoding.contentType`, separated by commas. Invalid ones are skipped. */
export function mediaTypesIn(contentType: unknown): string[] {
  if (typeof contentType !== "string") return [];
  const types = contentType.split(",").map((type) => type.trim());
  return types.filter((type) => MEDIA_RANGE.test(bareName(type)));
}

const PARAMETER = /^[\w!#$&^.+-]+=(?:[\w!#$&^.+-]+|"[ !#-[\]-~]*")$/;
const MEDIA_RANGE = /^(?:\*|[a-z0-9][a-z0-9!#$&^_.+-]*)\/(?:\*|[a-z0-9][a-z0-9!#$&^_.+-]*)$/;

const USUAL: Readonly<Record<BodyPlan["as"], string>> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  text: "text/plain",
  bytes: "application/octet-stream",
};

/** Names as in RFC 6838. Such a name cannot end a header. */
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/;

const TEXTUAL =
  /[/+](xml|yaml|x-yaml|x-ndjson|ndjson|jsonl|x-jsonlines|json-seq)$|\/(graphql|javascript|sql|csv)$/;

/** A vendor's own type with an object is JSON, with a text it is text. Everything else is bytes. */
function bySchema(name: string, schema: Raw): BodyPlan["as"] {
  const isBinary = schema.format === "binary" || schema.contentMediaType !== undefined;
  if (isBinary || /^(image|audio|video|font)\//.test(name) || name === "application/octet-stream")
    return "bytes";
  if (name === "*/*" && schema.type === "string") return "text";
  if (name === "*/*" || schema.properties || schema.allOf || schema.oneOf || schema.anyOf) return "json";
  if (schema.type === "object" || schema.type === "array") return "json";
  return schema.type === "string" ? "text" : "bytes";
}

function bareName(type: string): string {
  return (type.split(";")[0] ?? "").trim().toLowerCase();
}
