import { describe, expect, it } from "vitest";
import type { Field } from "../../../generator/model/shape.js";
import { inputSchema } from "../../../generator/render/json-schema.js";
import { inputExpression } from "../../../generator/render/zod.js";
import { type Loose, read, operationOf, shapeOf, plain, ref, anything, field, of } from "./kit.js";

describe("hostile text", () => {
  const hostile = "\"'`${globalThis.hit=1}*/\u2028\n\u202Eevil\u{E0041} {{x}} </script> <!-- hidden --> \\";

  it("in names, values, descriptions and defaults never becomes code", () => {
    const schema = {
      type: "object",
      required: [`__proto__`, `"a"`],
      properties: {
        [`"a"`]: {
          type: "string",
          description: hostile,
          default: hostile,
        },
        kind: { type: "string", enum: [`${"`"}\${globalThis.hit=1}*/`, "\u2028"] },
        [`*/globalThis.hit=1//`]: {
          type: "object",
          description: hostile,
          properties: { "`${globalThis.hit=1}`": { type: "string" } },
        },
        constructor: { type: "string", pattern: "`${globalThis.hit=1}`" },
      },
    };
    const hidden = JSON.parse(`{"properties":{"__proto__":{"type":"string"}}}`) as Loose;
    const { inputs } = operationOf({
      post: {
        requestBody: {
          content: { "application/json": { schema: { type: "array", items: { allOf: [schema, hidden] } } } },
        },
      },
    });
    const fields: Field[] = inputs.map((input) => ({
      name: input.argument,
      required: input.required,
      shape: input.shape,
      words: input.prose,
    }));
    const z = new Proxy({}, { get: () => chain });
    const chain: unknown = new Proxy(() => chain, { get: () => chain });
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- shows that the text of a schema runs no code
    new Function("z", `return ${inputExpression(fields)}`)(z);
    expect((globalThis as Loose).hit).toBeUndefined();
    const shown = JSON.stringify(inputSchema(fields));
    expect(shown).not.toMatch(/[\u2028\u202E]|\u{E0041}|hidden/u);
    expect(shown).toContain("__proto__");
  });

  it("that is invisible is not used as a value or a name", () => {
    expect(plain(shapeOf({ enum: ["a", "b\u200B"] }))).toEqual({ kind: "choice", values: ["a"] });
    expect(plain(shapeOf({ properties: { "a\u202E": {}, b: {} } }))).toEqual(of(field("b", anything)));
    const required = { properties: { "a\u202E": {} }, required: ["a\u202E"] };
    const { problems } = read({
      "/": { post: { requestBody: { content: { "application/json": { schema: required } } } } },
    });
    expect(problems[0]).toContain("characters that can't be seen");
  });
});

describe("a large input", () => {
  const words = "Long words on this field, one sentence after another. ".repeat(10);
  const deep = (level: number, width = 6): Loose => ({
    type: "object",
    properties: Object.fromEntries(
      Array.from({ length: width }, (_, index) => [
        `field_${level}_${index}`,
        level === 0 ? { type: "string", description: words } : deep(level - 1, width),
      ]),
    ),
  });
  const sizeOf = (schema: Loose) => {
    const { inputs } = operationOf({
      post: { requestBody: { content: { "application/json": { schema } } } },
    });
    const fields = inputs.map((input) => ({
      name: input.argument,
      required: input.required,
      shape: input.shape,
      words: input.prose,
    }));
    return { inputs, schema: JSON.stringify(inputSchema(fields)) };
  };

  it("stays within 3,000 tokens by cutting deep levels, with a note", () => {
    const { inputs, schema } = sizeOf(deep(5));
    expect(schema.length).toBeLessThan(13_000);
    expect(schema.length).toBeGreaterThan(2_000);
    expect(inputs).toHaveLength(6);
    expect(schema).toContain("cut at level 1");
  });

  it("loses parts of descriptions before schemas are cut", () => {
    const { schema } = sizeOf(deep(1, 7));
    expect(schema).not.toContain("cut at");
    expect(schema).toContain("Long words on this field");
  });

  it("is read in bounded time, however its references multiply", () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `S${index}`,
        {
          oneOf: Array.from({ length: 30 }, (_, other) => ({
            type: "object",
            properties: { [`p${index}_${other}`]: ref(`S${other}`) },
          })),
        },
      ]),
    );
    const { inputs } = operationOf(
      { post: { requestBody: { content: { "application/json": { schema: ref("S0") } } } } },
      { components: { schemas } },
    );
    expect(JSON.stringify(inputs).length).toBeLessThan(20_000);
  });
});
