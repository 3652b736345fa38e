import { refuse } from "../arguments/refuse.js";
import { isRecord } from "../values/record.js";
import type { BodyPlan, Method } from "../contract/tool.js";
import { jsonWithDigits } from "./digits.js";
import { definedEntries, joinApart, percent } from "./encode.js";
import { decodeFile, isFile, isQuotable } from "./file.js";
import { encodeMultipart, type Part } from "./multipart.js";
import type { Placed } from "./placed.js";
import { pairsOf } from "./query.js";
import { styles } from "./styles.js";

/** A body with its headers. */
export interface Body {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string | Uint8Array;
}

/**
 * Writes the body, or none. Without any given field there is no body, because a server could read an empty one as a
 * change. Only POST, PUT and PATCH with JSON then send `{}`, because strict servers require a body there.
 */
export function bodyOf(
  method: Method,
  plan: BodyPlan | undefined,
  fields: readonly Placed[],
): Body | undefined {
  if (!plan) return undefined;
  if (fields.length === 0)
    return plan.whole === undefined && wantsObject(method, plan) ? json(plan, {}) : undefined;
  switch (plan.as) {
    case "json":
      return json(plan, plan.whole === undefined ? asObject(fields) : fields[0]!.value);
    case "form":
      return form(plan, membersOf(plan, fields));
    case "multipart":
      return multipart(plan, membersOf(plan, fields));
    case "text":
      return text(plan, fields[0]!);
    case "bytes":
      return bytes(plan, fields[0]!);
  }
}

function wantsObject(method: Method, plan: BodyPlan): boolean {
  return plan.as === "json" && ["POST", "PUT", "PATCH"].includes(method);
}

/** Made from entries, so that a key named `__proto__` is a normal key. */
function asObject(fields: readonly Placed[]): object {
  return Object.fromEntries(fields.map(({ wire, value }) => [wire, value]));
}

function json(plan: BodyPlan, value: unknown): Body {
  const content = plan.digits ? jsonWithDigits(value, plan.digits) : JSON.stringify(value);
  return { headers: { "Content-Type": typeOf(plan, "application/json") }, content };
}

/** The fields of a form: the arguments, or the members of the whole-body argument. */
function membersOf(plan: BodyPlan, fields: readonly Placed[]): readonly Placed[] {
  if (plan.whole === undefined) return fields;
  const { argument, value } = fields[0]!;
  if (!isRecord(value)) refuse(argument, "must be an object: it is sent as the fields of a form");
  return definedEntries(value).map(([wire, member]) => ({ argument, wire, placement: {}, value: member }));
}

function form(plan: BodyPlan, fields: readonly Placed[]): Body | undefined {
  const pairs = fields.flatMap(formPairs);
  if (pairs.length === 0) return undefined;
  return {
    headers: { "Content-Type": typeOf(plan, "application/x-www-form-urlencoded") },
    content: pairs.join("&"),
  };
}

/** Without a style, a list repeats its name and an object is JSON, as in OpenAPI 3.1.1 for forms. */
function formPairs(field: Placed): string[] {
  const { style, explode } = field.placement;
  const isPlainObject = isRecord(field.value) && style === undefined && explode === undefined;
  return isPlainObject ? [`${percent(field.wire)}=${percent(JSON.stringify(field.value))}`] : pairsOf(field);
}

function multipart(plan: BodyPlan, fields: readonly Placed[]): Body | undefined {
  const parts = fields.flatMap((field) => {
    if (!isQuotable(field.wire))
      refuse(field.argument, "can't send a name with control characters or quotation marks");
    return repeated(field).map(partOf);
  });
  // RFC 2046 does not allow a multipart body without parts.
  if (parts.length === 0) return undefined;
  const { boundary, content } = encodeMultipart(parts);
  return {
    headers: { "Content-Type": `${typeOf(plan, "multipart/form-data")}; boundary=${boundary}` },
    content,
  };
}

/** A list becomes several parts with the same name. */
function repeated(field: Placed): Placed[] {
  const { style = "form", explode, json } = field.placement;
  if (!Array.isArray(field.value) || json) return [field];
  if (explode === false)
    return [
      { ...field, value: joinApart(field.value.map(String), styles[style].separator ?? ",", field.argument) },
    ];
  return field.value.map((value: unknown, index) => ({
    ...field,
    argument: `${field.argument}[${index}]`,
    value,
  }));
}

/**
 * A filename marks a part as a file, so a file without one gets its field's name. A value that is not text becomes a
 * JSON part.
 */
function partOf({ wire, value, placement, argument }: Placed): Part {
  if (isFile(value) && !placement.json) {
    const usual = placement.type ?? "application/octet-stream";
    const { content, filename = wire, type = usual } = decodeFile(value, argument);
    return { name: wire, filename, type, content };
  }
  const isJson = placement.json || typeof value === "object";
  if (!isJson) return { name: wire, type: placement.type, content: String(value) };
  return { name: wire, type: placement.type ?? "application/json", content: JSON.stringify(value) };
}

function text(plan: BodyPlan, { argument, value }: Placed): Body {
  if (typeof value === "object") refuse(argument, `must be text: it is sent unchanged as ${plan.type}`);
  const type = typeOf(plan, "text/plain");
  const charset = type.startsWith("text/") && !/;\s*charset=/i.test(type) ? "; charset=utf-8" : "";
  return { headers: { "Content-Type": type + charset }, content: String(value) };
}

function bytes(plan: BodyPlan, { argument, value }: Placed): Body {
  if (!isFile(value)) refuse(argument, "must be a file: {content_base64, content_type, filename}");
  const { content, filename, type = typeOf(plan, "application/octet-stream") } = decodeFile(value, argument);
  if (filename === undefined) return { headers: { "Content-Type": type }, content };
  const disposition = `attachment; filename*=UTF-8''${percent(filename)}`;
  return { headers: { "Content-Type": type, "Content-Disposition": disposition }, content };
}

/** The plan's media type, or the usual one if the contract has a range such as `image/*`. */
function typeOf(plan: BodyPlan, usual: string): string {
  return plan.type.includes("*") ? usual : plan.type;
}
