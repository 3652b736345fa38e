import { list, record, type Raw } from "./raw.js";

/** One option of `oneOf` or `anyOf`: its schema, and its reference if it is one. */
export interface Alternative {
  readonly schema: unknown;
  readonly reference: string | undefined;
}

/** The options of `oneOf` or `anyOf`, unless they only say which fields are required together. */
export function alternativesOf(schema: Raw): readonly Alternative[] | undefined {
  const [one, any] = [realOptions(schema.oneOf), realOptions(schema.anyOf)];
  const options = one ?? any;
  if (!options) return undefined;
  // If a schema has both, one is a choice inside the other.
  const base = one && any ? schema : { ...schema, anyOf: undefined };
  return options.map((option) => ({
    schema: withBase({ ...base, oneOf: undefined }, option),
    reference: reference(option),
  }));
}

function realOptions(given: unknown): readonly unknown[] | undefined {
  const options = list(given).filter((option) => !isNull(option));
  const adds = options.some((option) => Object.keys(record(option)).some((key) => !SAYS_NOTHING.has(key)));
  return adds ? options : undefined;
}

const SAYS_NOTHING = new Set(["required", "not", "title", "description"]);

/** Keywords next to the options apply to each of them. */
function withBase({ nullable: _, discriminator: _d, ...base }: Raw, option: unknown): unknown {
  if (base.properties || base.anyOf) return { allOf: [withoutUndefined(base), option] };
  const given = record(option);
  const isTyped = given.type !== undefined || given.$ref !== undefined || base.type === undefined;
  return isTyped ? option : { type: base.type, ...given };
}

function withoutUndefined(schema: Raw): Raw {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}

function reference(option: unknown): string | undefined {
  const { $ref } = record(option);
  return typeof $ref === "string" ? $ref : undefined;
}

/** A null option makes the whole nullable. It is not an option itself. */
export function isNull(schema: unknown): boolean {
  const { type, const: value, enum: values } = record(schema);
  return (
    type === "null" ||
    value === null ||
    (Array.isArray(values) && values.length > 0 && values.every((one) => one === null))
  );
}
