import { describe, expect, it } from "vitest";
import { schemaChanges } from "../../../generator/diff/schema-changes.js";
import type { Schema } from "../../../generator/diff/schema-words.js";
import { kinds } from "./changes-kit.js";

describe("what an argument takes", () => {
  const text = { type: "string" };
  const rows: Record<string, { given: [Schema, Schema]; want: string[] }> = {
    "the same": { given: [text, { ...text, description: "Other words." }], want: [] },
    "another type": { given: [text, { type: "integer" }], want: ["breaking type-changed a"] },
    "integers become numbers": {
      given: [{ type: "integer" }, { type: "number" }],
      want: ["widening type-widened a"],
    },
    "numbers become integers": {
      given: [{ type: "number" }, { type: "integer" }],
      want: ["breaking type-narrowed a"],
    },
    "anything becomes a text": { given: [{}, text], want: ["breaking type-narrowed a"] },
    "a text becomes anything": { given: [text, {}], want: ["widening type-widened a"] },
    "a text gets values": { given: [text, { ...text, enum: ["x"] }], want: ["breaking values-narrowed a"] },
    "a text loses its values": {
      given: [{ ...text, enum: ["x"] }, text],
      want: ["widening values-widened a"],
    },
    "a value comes": { given: [{ enum: ["x"] }, { enum: ["x", "y"] }], want: ["widening values-widened a"] },
    "a value goes": { given: [{ enum: ["x", "y"] }, { enum: ["x"] }], want: ["breaking values-narrowed a"] },
    "values change their order": { given: [{ enum: ["x", "y"] }, { enum: ["y", "x"] }], want: [] },
    "a choice comes": {
      given: [text, { anyOf: [text, { type: "integer" }] }],
      want: ["widening type-widened a"],
    },
    "a choice goes": {
      given: [{ anyOf: [text, { type: "integer" }] }, text],
      want: ["breaking type-narrowed a"],
    },
    "a choice takes less": {
      given: [
        { anyOf: [text, { type: "integer" }] },
        { anyOf: [{ ...text, enum: ["x"] }, { type: "integer" }] },
      ],
      want: ["breaking type-narrowed a"],
    },
    "a higher least": {
      given: [
        { type: "integer", minimum: 1 },
        { type: "integer", minimum: 2 },
      ],
      want: ["breaking limit-narrowed a"],
    },
    "a higher most": {
      given: [
        { type: "integer", maximum: 1 },
        { type: "integer", maximum: 2 },
      ],
      want: ["widening limit-widened a"],
    },
    "no most any more": { given: [{ ...text, maxLength: 9 }, text], want: ["widening limit-widened a"] },
    "a form": { given: [text, { ...text, format: "date" }], want: ["harmless format-told a"] },
    "another form": {
      given: [
        { ...text, format: "date" },
        { ...text, format: "date-time" },
      ],
      want: ["breaking limit-narrowed a"],
    },
    "another pattern": {
      given: [
        { ...text, pattern: "a" },
        { ...text, pattern: "b" },
      ],
      want: ["breaking limit-narrowed a"],
    },
    "another default": {
      given: [
        { ...text, default: "x" },
        { ...text, default: "y" },
      ],
      want: ["breaking default-changed a"],
    },
    "a default that is newly documented": {
      given: [text, { ...text, default: "y" }],
      want: ["harmless default-told a"],
    },
    "items take less": {
      given: [
        { type: "array", items: text },
        { type: "array", items: { ...text, enum: ["x"] } },
      ],
      want: ["breaking values-narrowed a[]"],
    },
    "a member is required, another is not, one comes, one goes": {
      given: [
        { type: "object", properties: { b: text, c: text, e: text }, required: ["c"] },
        { type: "object", properties: { b: text, c: text, d: text }, required: ["b"] },
      ],
      want: [
        "breaking argument-required a.b",
        "widening argument-optional a.c",
        "widening argument-added a.d",
        "breaking argument-removed a.e",
      ],
    },
    "a member comes and is required": {
      given: [
        { type: "object", properties: {} },
        { type: "object", properties: { b: text }, required: ["b"] },
      ],
      want: ["breaking argument-required a.b"],
    },
    "further keys are typed": {
      given: [{ type: "object" }, { type: "object", additionalProperties: text }],
      want: ["breaking type-narrowed a.*"],
    },
  };
  it.each(Object.entries(rows))("%s", (_, { given: [before, after], want }) => {
    expect(kinds(schemaChanges(before, after, "a"))).toEqual(want);
  });
});
