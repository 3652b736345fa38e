import fc from "fast-check";

type Schema = Readonly<Record<string, unknown>>;

/** Random arguments that a tool's input schema allows. With `all`, every optional one is included. */
export function argumentsOf(schema: Schema, all: boolean): fc.Arbitrary<Record<string, unknown>> {
  const takesNone = Object.keys(schema.properties ?? {}).length === 0;
  return takesNone ? fc.constant({}) : (valueOf(schema, all) as fc.Arbitrary<Record<string, unknown>>);
}

/** Pages upstream have so many items that one request is enough for any `limit`. */
const MOST = 100;

function valueOf(schema: Schema, all: boolean): fc.Arbitrary<unknown> {
  if (Array.isArray(schema.anyOf))
    return fc.oneof(...schema.anyOf.map((option: Schema) => valueOf(option, all)));
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  switch (schema.type) {
    case "string":
      return textOf(schema);
    case "integer":
      return fc.integer({ min: (schema.minimum as number) ?? 0, max: (schema.maximum as number) ?? MOST });
    case "number":
      return fc.double({ min: 0, max: 1000, noNaN: true }).map((number) => Math.round(number * 100) / 100);
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(valueOf((schema.items ?? {}) as Schema, all), { minLength: 1, maxLength: 3 });
    case "object":
      return objectOf(schema, all);
    default:
      return fc.oneof(fc.string({ minLength: 1 }), fc.integer(), fc.boolean());
  }
}

function objectOf(schema: Schema, all: boolean): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const required = all ? properties.map(([name]) => name) : ((schema.required ?? []) as string[]);
  if (properties.length === 0) return freeObject(schema, all);
  if ("content_base64" in (schema.properties as object)) return file;
  const model = Object.fromEntries(properties.map(([name, property]) => [name, valueOf(property, all)]));
  return fc.record(model, { requiredKeys: required, noNullPrototype: true });
}

function freeObject(schema: Schema, all: boolean): fc.Arbitrary<unknown> {
  const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
  return fc.dictionary(key, valueOf((schema.additionalProperties ?? { type: "string" }) as Schema, all), {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  });
}

const file = fc.record(
  {
    content_base64: fc
      .uint8Array({ minLength: 1, maxLength: 64 })
      .map((bytes) => Buffer.from(bytes).toString("base64")),
    content_type: fc.constantFrom("image/png", "text/plain"),
    filename: fc.constantFrom("screen shot.png", "naïve.txt", "a.b.c"),
  },
  { noNullPrototype: true },
);

/** Ordinary and unusual text: reserved characters, spaces, other scripts, emoji. */
function textOf(schema: Schema): fc.Arbitrary<string> {
  const moment = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
  if (schema.format === "date-time") return moment.map((date) => date.toISOString());
  if (schema.format === "date") return moment.map((date) => date.toISOString().slice(0, 10));
  const piece = fc.constantFrom(
    "a",
    "Z",
    "0",
    " ",
    "/",
    "?",
    "#",
    "&",
    "=",
    "%",
    "+",
    ",",
    ";",
    ":",
    "@",
    "é",
    "日",
    "🔥",
    "'",
    '"',
  );
  return fc
    .array(piece, { minLength: 1, maxLength: 12 })
    .map((pieces) => `x${pieces.join("")}x`)
    .filter((text) => text.length >= ((schema.minLength as number) ?? 0));
}
