import { defaultFacts } from "./contract/input-facts.js";
import { change, type Change, type ChangeKind } from "./change.js";
import { limitChanges } from "./schema-limits.js";
import { optionName, typeName, valueList, type Schema } from "./schema-words.js";

/**
 * Compares what an argument takes. Callers send values, so taking less is breaking and taking more is widening.
 * Descriptions are not compared.
 * @param at the argument's path, such as `impacts[].condition_id`
 */
export function schemaChanges(before: Schema, after: Schema, at: string): Change[] {
  if (before.anyOf !== undefined || after.anyOf !== undefined) return choiceChanges(before, after, at);
  if (isCut(before) !== isCut(after)) return [cutChange(after, at)];
  if (isOpen(before) && isOpen(after)) return [];
  if (isOpen(before))
    return [made("type-narrowed", at, `takes ${typeName(after)} only; it took anything before`)];
  if (isOpen(after))
    return [made("type-widened", at, `takes anything; it took only ${typeName(before)} before`)];
  const types = typeChanges(before, after, at);
  if (types.some(({ kind }) => kind === "type-changed")) return types;
  return [
    ...types,
    ...valueChanges(before, after, at),
    ...limitChanges(before, after, at),
    ...itemChanges(before, after, at),
    ...(before.type === "object" ? recordChanges(before, after, at) : []),
    ...defaultChanges(before, after, at),
  ];
}

/** Compares the properties of an object. At the root, where `at` is empty, they are the arguments. */
export function recordChanges(before: Schema, after: Schema, at: string): Change[] {
  if (before === after) return [];
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...was.keys(), ...is.keys()])].sort();
  return [
    ...names.flatMap((name) => fieldChanges(was.get(name), is.get(name), at === "" ? name : `${at}.${name}`)),
    ...restChanges(before, after, at),
  ];
}

interface Field {
  readonly schema: Schema;
  readonly required: boolean;
}

function fieldsOf(schema: Schema): Map<string, Field> {
  const required = new Set(schema.required as string[] | undefined);
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  return new Map(properties.map(([name, field]) => [name, { schema: field, required: required.has(name) }]));
}

function fieldChanges(before: Field | undefined, after: Field | undefined, at: string): Change[] {
  if (!before) {
    if (after!.required)
      return [made("argument-required", at, `is new and required (${typeName(after!.schema)})`)];
    return [made("argument-added", at, `is new (${typeName(after!.schema)})`)];
  }
  if (!after) return [made("argument-removed", at, "is gone")];
  const inner = schemaChanges(before.schema, after.schema, at);
  if (before.required === after.required) return inner;
  return after.required
    ? [made("argument-required", at, "is now required"), ...inner]
    : [made("argument-optional", at, "is no longer required"), ...inner];
}

function restChanges(before: Schema, after: Schema, at: string): Change[] {
  // `true` means the same as no schema: any value.
  const [was, is] = [before.additionalProperties, after.additionalProperties].map((rest) =>
    rest === true ? undefined : (rest as Schema | undefined),
  );
  if (was === undefined && is === undefined) return [];
  return schemaChanges(was ?? {}, is ?? {}, `${at}.*`);
}

/** Each option of one side must be covered by an option of the other side. */
function choiceChanges(before: Schema, after: Schema, at: string): Change[] {
  const [was, is] = [optionsOf(before), optionsOf(after)];
  const lost = was.filter((option) => !is.some((other) => takesAll(other, option)));
  const won = is.filter((option) => !was.some((other) => takesAll(other, option)));
  return [
    ...lost.map((option) => made("type-narrowed", at, `no longer takes ${optionName(option)}`)),
    ...won.map((option) => made("type-widened", at, `also takes ${optionName(option)}`)),
    ...defaultChanges(before, after, at),
  ];
}

function optionsOf(schema: Schema): readonly Schema[] {
  return (schema.anyOf as Schema[] | undefined) ?? [schema];
}

function takesAll(wider: Schema, narrower: Schema): boolean {
  return schemaChanges(narrower, wider, "").every(({ verdict }) => verdict !== "breaking");
}

function typeChanges(before: Schema, after: Schema, at: string): Change[] {
  if (before.type === after.type) return [];
  const says = `takes ${typeName(after)} instead of ${typeName(before)}`;
  if (before.type === "integer" && after.type === "number") return [made("type-widened", at, says)];
  if (before.type === "number" && after.type === "integer") return [made("type-narrowed", at, says)];
  return [made("type-changed", at, says)];
}

function valueChanges(before: Schema, after: Schema, at: string): Change[] {
  const [was, is] = [before.enum, after.enum] as (readonly unknown[] | undefined)[];
  if (was === undefined && is === undefined) return [];
  if (!was) return [made("values-narrowed", at, `takes only ${valueList(is!)}`)];
  if (!is) return [made("values-widened", at, `takes more than ${valueList(was)}`)];
  const lost = was.filter((value) => !is.includes(value));
  const won = is.filter((value) => !was.includes(value));
  return [
    ...(lost.length > 0 ? [made("values-narrowed", at, `no longer takes ${valueList(lost)}`)] : []),
    ...(won.length > 0 ? [made("values-widened", at, `also takes ${valueList(won)}`)] : []),
  ];
}

function itemChanges({ items: was }: Schema, { items: is }: Schema, at: string): Change[] {
  return was === undefined && is === undefined
    ? []
    : schemaChanges((was ?? {}) as Schema, (is ?? {}) as Schema, `${at}[]`);
}

/** A changed default changes what the same call does. Documenting an existing default does not. */
function defaultChanges({ default: was }: Schema, { default: is }: Schema, at: string): Change[] {
  return defaultFacts(was, is, at);
}

/** Whether the generator cut the schema for its size. It says so in the description. */
function isCut(schema: Schema): boolean {
  return isOpen(schema) && /; cut at level \d+\.$|, cut here\.$/.test(String(schema.description ?? ""));
}

function cutChange(after: Schema, at: string): Change {
  return made("shown-cut", at, isCut(after) ? "is shown cut, for its size" : "is shown whole, and was cut");
}

/** Whether a schema has no constraint on its values. */
function isOpen({ type, enum: values }: Schema): boolean {
  return type === undefined && values === undefined;
}

function made(kind: ChangeKind, at: string, says: string): Change {
  return change(kind, says, { at });
}
