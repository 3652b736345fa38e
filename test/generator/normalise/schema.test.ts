import { describe, expect, it } from "vitest";
import { inputSchema } from "../../../generator/render/json-schema.js";
import { type Row, shapeOf, plain, text, integer, anything, free, field, of } from "./kit.js";

describe("a schema", () => {
  const rows: Record<string, Row> = {
    "of two types takes either": {
      given: { type: ["string", "integer"] },
      want: { kind: "either", options: [text, integer] },
    },
    "of a type and null is nullable": {
      given: { type: ["string", "null"] },
      want: { kind: "nullable", of: text },
    },
    "that is constant has one choice": { given: { const: "cat" }, want: { kind: "choice", values: ["cat"] } },
    "that is constantly 3 has one value": { given: { const: 3 }, want: { ...integer, values: [3] } },
    "that counts text and numbers takes either": {
      given: { enum: ["auto", 1, 2] },
      want: {
        kind: "either",
        options: [
          { kind: "choice", values: ["auto"] },
          { ...integer, values: [1, 2] },
        ],
      },
    },
    "that counts null among others is nullable": {
      given: { type: "string", enum: ["a", null] },
      want: { kind: "nullable", of: { kind: "choice", values: ["a"] } },
    },
    "of text that YAML read as numbers counts text": {
      given: { type: "string", enum: [1, false] },
      want: { kind: "choice", values: ["1", "false"] },
    },
    "of numbers that were quoted counts numbers": {
      given: { type: "integer", enum: ["1", "2"] },
      want: { ...integer, values: [1, 2] },
    },
    "that counts nothing is open": { given: { type: "string", enum: [] }, want: text },
    "of a list that counts means its items": {
      given: { type: "array", enum: ["a", "b"], items: { type: "string" } },
      want: { kind: "list", of: { kind: "choice", values: ["a", "b"] } },
    },
    "of a tuple is a list of its items' kinds": {
      given: { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }] },
      want: { kind: "list", of: { kind: "either", options: [text, integer] } },
    },
    "of a list without items has any": { given: { type: "array" }, want: { kind: "list", of: anything } },
    "with a bound that excludes itself (3.1) begins after it": {
      given: { type: "integer", exclusiveMinimum: 0 },
      want: { ...integer, minimum: 1 },
    },
    "with a bound that excludes itself (3.0) ends before it": {
      given: { type: "integer", maximum: 10, exclusiveMaximum: true },
      want: { ...integer, maximum: 9 },
    },
    "with a pattern that JavaScript has keeps it": {
      given: { type: "string", pattern: "^a+$" },
      want: { ...text, pattern: "^a+$" },
    },
    "with a pattern that JavaScript lacks drops it": {
      given: { type: "string", pattern: "(?i)a++" },
      want: text,
    },
    "without fields is free-form": { given: { type: "object" }, want: free },
    "without fields that is closed is empty": {
      given: { type: "object", additionalProperties: false },
      want: { kind: "record", fields: [] },
    },
    "whose further keys are typed says so": {
      given: { type: "object", additionalProperties: { type: "integer" } },
      want: { kind: "record", fields: [], rest: integer },
    },
    "whose keys follow patterns is open, even if closed": {
      given: { patternProperties: { "^x-": {} }, additionalProperties: false },
      want: free,
    },
    "with a read-only field inside another object shows it where the document requires it, and asks for it nowhere":
      {
        given: {
          type: "object",
          required: ["id", "name"],
          properties: { id: { type: "string", readOnly: true }, name: { type: "string" } },
        },
        want: of(field("id", text), field("name", text, true)),
      },
    "with a read-only field that it works without takes the field, and does not show it": {
      given: {
        type: "object",
        properties: { at: { type: "string", readOnly: true }, name: { type: "string" } },
      },
      want: of({ ...field("at", text), hidden: true }, field("name", text)),
    },
    "with a read-only id and nothing else but a type shows the id": {
      given: {
        type: "object",
        properties: {
          id: { type: "string", readOnly: true },
          at: { type: "string", readOnly: true },
          type: { type: "string", enum: ["service"] },
        },
      },
      want: of(
        field("id", text),
        { ...field("at", text), hidden: true },
        field("type", { kind: "choice", values: ["service"] }),
      ),
    },
    "of 64 bits may be given as digits": {
      given: { type: "integer", format: "int64" },
      want: { ...integer, large: true },
    },
    "of 64 bits within safe limits is a plain integer": {
      given: { type: "integer", format: "int64", minimum: 0, maximum: 100 },
      want: { ...integer, minimum: 0, maximum: 100 },
    },
    "in parts with two limits keeps the stricter one of each": {
      given: {
        allOf: [
          { type: "string", minLength: 1, maxLength: 10 },
          { type: "string", minLength: 3, maxLength: 20 },
        ],
      },
      want: { kind: "text", minLength: 3, maxLength: 10 },
    },
    "with a field that can't be leaves it out": {
      given: { type: "object", properties: { never: false, name: true } },
      want: of(field("name", anything)),
    },
    "with binary text in JSON takes text, for JSON carries no file": {
      given: { type: "string", format: "binary" },
      want: text,
    },
    "in parts is one, with what any of them requires": {
      given: {
        allOf: [
          { properties: { a: { type: "string" } } },
          { properties: { b: { type: "integer" } } },
          { required: ["a"] },
        ],
        required: ["b"],
      },
      want: of(field("a", text, true), field("b", integer, true)),
    },
    "in parts that narrow each other is the narrower": {
      given: { allOf: [{ type: "string", enum: ["a", "b"] }, { enum: ["b", "c"] }] },
      want: { kind: "choice", values: ["b"] },
    },
    "with options that only require has no options": {
      given: {
        type: "object",
        properties: { a: { type: "string" } },
        anyOf: [{ required: ["a"] }, { required: ["b"] }],
      },
      want: of(field("a", text)),
    },
    "with fields next to its options has them in each": {
      given: {
        type: "object",
        properties: { a: { type: "string" } },
        oneOf: [{ properties: { b: { type: "string" } } }, { properties: { c: { type: "string" } } }],
      },
      want: {
        kind: "either",
        options: [of(field("a", text), field("b", text)), of(field("a", text), field("c", text))],
      },
    },
    "with a type next to its options has it in each": {
      given: { type: "string", anyOf: [{ enum: ["a"] }, { format: "date" }] },
      want: {
        kind: "either",
        options: [
          { kind: "choice", values: ["a"] },
          { ...text, format: "date" },
        ],
      },
    },
    "with null among its options is nullable": {
      given: { oneOf: [{ type: "string" }, { type: "null" }, { const: null }] },
      want: { kind: "nullable", of: text },
    },
  };
  it.each(Object.entries(rows))("%s", (_, { given, want }) => {
    expect(plain(shapeOf(given))).toEqual(want);
  });
});

describe("a schema that allows null is shown to a model", () => {
  const shown = (schema: unknown, required: boolean) =>
    inputSchema([{ name: "it", required, shape: shapeOf(schema), words: "A text." }]).properties["it"];
  const name = { type: ["string", "null"], maxLength: 5 };

  it("with null where the field is required, because it cannot be left out", () => {
    const alternatives = [{ type: "string", maxLength: 5 }, { type: "null" }];
    expect(shown(name, true)).toEqual({ anyOf: alternatives, description: "A text." });
    const outer = { type: "object", required: ["name"], properties: { name } };
    expect(shown(outer, false)).toMatchObject({ properties: { name: { anyOf: alternatives } } });
    const either = { oneOf: [{ type: "string" }, { type: "integer" }, { type: "null" }] };
    expect(shown(either, true)).toMatchObject({
      anyOf: [{ type: "string" }, { type: "integer" }, { type: "null" }],
    });
  });

  it("without null where it can be left out", () => {
    expect(shown(name, false)).toEqual({ type: "string", maxLength: 5, description: "A text." });
  });
});
