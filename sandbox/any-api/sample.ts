import type { Random } from "../store/random.js";
import { list, record } from "./document.js";
import { isRecord, type Json } from "../values.js";
import { sampleNumber } from "./sample-number.js";
import { sampleText } from "./sample-text.js";
import type { Kind, View, ViewOf } from "./view.js";

/** What a sample depends on, besides its schema. */
interface SampleOptions {
  readonly view: ViewOf;
  readonly random: Random;
  readonly now: Date;
  /** Which alternative of `oneOf` and `anyOf` is used. Default the first. */
  readonly variant?: number;
  /** Optional fields are included down to this level. Default 2. */
  readonly levels?: number;
}

/** A value that a schema allows. Texts follow the names of the fields. Undefined if no value was found. */
export function sample(schema: unknown, options: SampleOptions, name = "value"): unknown {
  return sampleAt(schema, name, { ...options, depth: 0, level: 0 });
}

interface At extends SampleOptions {
  /** Schemas on the way to this one. */
  readonly depth: number;
  /** Objects and lists on the way. */
  readonly level: number;
}

/** A schema that requires itself has no value. The search stops at this depth. */
const DEEPEST = 12;

function sampleAt(schema: unknown, name: string, at: At): unknown {
  if (schema === false || at.depth > DEEPEST) return undefined;
  const view = at.view(schema);
  if (view.choices) return view.choices.find((value) => value !== null) ?? null;
  if (view.variants.length > 0) return sampleVariant(view, name, at);
  const [kind] = view.kinds;
  if (kind === undefined) return view.nullable ? null : name;
  const fallback = view.keywords.default;
  if (kind !== "object" && kind !== "array" && isOf(kind, fallback)) return fallback;
  return SAMPLES[kind](view, name, at);
}

const SAMPLES: Readonly<Record<Kind, (view: View, name: string, at: At) => unknown>> = {
  object: (view, _, at) => sampleObject(view, at),
  array: sampleArray,
  string: ({ keywords }, name, { random, now }) => sampleText(keywords, name, random, now),
  number: ({ keywords }, _, { random }) => sampleNumber(keywords, false, random),
  integer: ({ keywords }, _, { random }) => sampleNumber(keywords, true, random),
  boolean: () => true,
};

function isOf(kind: Kind, value: unknown): boolean {
  return kind === "integer" ? Number.isInteger(value) : typeof value === kind;
}

/** One alternative, merged with the keywords next to the alternatives. */
function sampleVariant(view: View, name: string, at: At): unknown {
  const { oneOf: _, anyOf: __, discriminator, ...beside } = view.keywords;
  const { variants } = view;
  for (let turn = 0; turn < variants.length; turn++) {
    const variant = variants[((at.variant ?? 0) + turn) % variants.length];
    const value = sampleAt({ allOf: [variant, beside] }, name, { ...at, depth: at.depth + 1 });
    if (value !== undefined && value !== null) return marked(value, variant, record(discriminator));
  }
  return view.nullable || variants.some((one) => at.view(one).kinds.length === 0) ? null : undefined;
}

/** Sets the field that names the alternative of a value. */
function marked(value: unknown, variant: unknown, { propertyName, mapping }: Json): unknown {
  const reference = isRecord(variant) ? variant.$ref : undefined;
  if (typeof propertyName !== "string" || typeof reference !== "string" || !isRecord(value)) return value;
  const named = Object.entries(record(mapping)).find(([, target]) => target === reference)?.[0];
  const mark = named ?? reference.slice(reference.lastIndexOf("/") + 1);
  return isRecord(mapping) || value[propertyName] === propertyName
    ? { ...value, [propertyName]: mark }
    : value;
}

function sampleObject(view: View, at: At): Json | undefined {
  const { fields, required, keywords } = view;
  const below = { ...at, depth: at.depth + 1, level: at.level + 1 };
  const wanted = Object.keys(fields).filter((name) => isWanted(name, view, at));
  const values = new Map<string, unknown>();
  for (const name of new Set([...wanted, ...required])) {
    const value = sampleAt(fields[name] ?? freeSchema(keywords), name, below);
    if (value !== undefined) values.set(name, value);
    else if (required.includes(name)) return undefined;
  }
  const least = Number(keywords.minProperties ?? 0);
  const others = { ...fields };
  for (const name of Object.keys(others)) if (values.has(name)) delete others[name];
  for (let count = 1; values.size < least && count <= least; count++) {
    const [name = `key_${count}`] = Object.keys(others);
    values.set(name, sampleAt(others[name] ?? freeSchema(keywords), name, below));
    delete others[name];
  }
  const most = Number(keywords.maxProperties ?? Infinity);
  const kept = [...values].filter(([name], index) => required.includes(name) || index < most);
  return Object.fromEntries(kept);
}

/** A field that is writeOnly is never in an answer. */
function isWanted(name: string, { fields, required }: View, { level, levels = 2, view }: At): boolean {
  if (view(fields[name]).keywords.writeOnly === true) return false;
  return required.includes(name) || level < levels;
}

/** The schema of a field that is not named. */
function freeSchema({ additionalProperties }: Json): unknown {
  return isRecord(additionalProperties) ? additionalProperties : { type: "string" };
}

/** Enough items for any sample. */
const MOST_ITEMS = 50;

function sampleArray({ items, keywords }: View, name: string, at: At): unknown[] | undefined {
  const least = Math.min(Number(keywords.minItems ?? 0), MOST_ITEMS);
  const most = Number(keywords.maxItems ?? Infinity);
  const tuple = list(keywords.prefixItems);
  const count = Math.min(Math.max(least, at.level < (at.levels ?? 2) ? 1 : 0, tuple.length), most);
  const one = name.replace(/s$/, "");
  const values: unknown[] = [];
  for (let index = 0; index < count; index++) {
    const value = sampleAt(tuple[index] ?? items ?? {}, one, {
      ...at,
      depth: at.depth + 1,
      level: at.level + 1,
      variant: (at.variant ?? 0) + index,
    });
    if (value === undefined) break;
    values.push(keywords.uniqueItems === true ? distinct(value, values, items, at) : value);
  }
  return values.length < least ? undefined : values;
}

/** Another value where the list has this one already. */
function distinct(value: unknown, others: readonly unknown[], items: unknown, { view }: At): unknown {
  if (!others.includes(value)) return value;
  const choice = view(items).choices?.find((one) => !others.includes(one));
  if (choice !== undefined) return choice;
  return typeof value === "string" ? `${value}${others.length}` : Number(value) + others.length;
}
