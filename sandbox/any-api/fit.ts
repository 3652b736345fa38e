import type { Random } from "../store/random.js";
import { isRecord, type Json } from "../values.js";
import { sample } from "./sample.js";
import type { Validity } from "./validity.js";
import type { View, ViewOf } from "./view.js";

export interface Fitting {
  readonly view: ViewOf;
  readonly validity: Validity;
  /** The random numbers for samples. The same item gets the same samples each time. */
  readonly random: Random;
  readonly now: Date;
}

/**
 * A value in the shape of a schema: the declared fields that are valid, samples for missing required fields, and nothing
 * else. Undefined if the value does not fit the schema.
 */
export function fit(schema: unknown, value: unknown, fitting: Fitting): unknown {
  const view = fitting.view(schema);
  if (view.variants.length > 0) return fitVariant(view, value, fitting);
  if (isRecord(value) && (view.kinds.includes("object") || view.kinds.length === 0))
    return fitObject(view, value, fitting);
  if (Array.isArray(value) && view.kinds.includes("array"))
    return value.map((item) => fit(view.items ?? {}, item, fitting)).filter((item) => item !== undefined);
  const plain = converted(view, value);
  return fitting.validity.isValid(schema, plain, "answer") ? plain : undefined;
}

/** The first alternative that the value fits. */
function fitVariant(view: View, value: unknown, fitting: Fitting): unknown {
  const { oneOf: _, anyOf: __, ...beside } = view.keywords;
  const all = view.variants.map((variant) => ({ allOf: [variant, beside] }));
  for (const variant of all) {
    const fitted = fit(variant, value, fitting);
    const isKept =
      isRecord(fitted) && isRecord(value) ? Object.keys(fitted).length > 0 : fitted !== undefined;
    if (isKept && fitting.validity.isValid(variant, fitted, "answer")) return fitted;
  }
  return value === null && view.nullable ? null : undefined;
}

function fitObject({ fields, required, keywords }: View, value: Json, fitting: Fitting): Json {
  const fitted = new Map<string, unknown>();
  for (const [name, schema] of Object.entries(fields)) {
    if (fitting.view(schema).keywords.writeOnly === true) continue;
    const kept = value[name] === undefined ? undefined : fit(schema, value[name], fitting);
    const isMissing = kept === undefined && required.includes(name);
    const field = isMissing ? sample(schema, { ...fitting, levels: 1 }, name) : kept;
    if (field !== undefined) fitted.set(name, field);
  }
  const free = Object.entries(value).filter(([name]) => !Object.hasOwn(fields, name));
  for (const [name, field] of free) {
    const kept = isFree(keywords, fields) ? fitFree(keywords, field, fitting) : undefined;
    if (kept !== undefined) fitted.set(name, kept);
  }
  return Object.fromEntries(fitted);
}

/** Whether an object may have other fields: the schema allows it, or it declares no fields. */
function isFree({ additionalProperties: free }: Json, fields: Json): boolean {
  return isRecord(free) || free === true || (Object.keys(fields).length === 0 && free !== false);
}

function fitFree({ additionalProperties: free }: Json, value: unknown, fitting: Fitting): unknown {
  return isRecord(free) ? fit(free, value, fitting) : value;
}

/** Paths and forms have only texts. Some answers have a text for a number of the request. */
function converted({ kinds }: View, value: unknown): unknown {
  const [kind] = kinds;
  if (typeof value === "string" && (kind === "integer" || kind === "number") && value.trim() !== "") {
    const number = Number(value);
    return Number.isFinite(number) ? number : value;
  }
  if (kind === "boolean" && (value === "true" || value === "false")) return value === "true";
  return kind === "string" && typeof value === "number" ? String(value) : value;
}
