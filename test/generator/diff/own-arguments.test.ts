import { describe, expect, it } from "vitest";
import { toolChanges } from "../../../generator/diff/tool-changes.js";
import { SchemaComparison } from "../../../generator/diff/contract/compare.js";
import type { ToolState } from "../../../generator/diff/state.js";
import { kinds, tool } from "./changes-kit.js";

const text = { type: "string" };
const list = { type: "array", items: text };
const of = (properties: Record<string, object>, more: Partial<ToolState> = {}) =>
  tool({ input: { type: "object", properties }, ...more });
const changes = (base: ToolState, head: ToolState) =>
  toolChanges({ base, head, by: "operation" } as never, new SchemaComparison(), []);

describe("a review of arguments that descriptions change", () => {
  const rows: Record<string, { given: [ToolState, ToolState]; want: string[] }> = {
    "of a new name next to the API's own": {
      given: [of({ id: text }), of({ pet_id: text }, { formerArguments: { id: { now: "pet_id" } } })],
      want: ["harmless argument-aliased pet_id"],
    },
    "of a new name without the old one": {
      given: [of({ id: text }), of({ pet_id: text })],
      want: ["breaking argument-removed id", "widening argument-added pet_id"],
    },
    "of the API's own name that no longer works": {
      given: [of({ pet_id: text }, { formerArguments: { id: { now: "pet_id" } } }), of({ pet_id: text })],
      want: ["breaking former-argument-gone pet_id"],
    },
    "of a text that becomes a list, and is still taken": {
      given: [of({ tags: text }), of({ tags: list }, { commaLists: ["tags"] })],
      want: ["harmless text-becomes-list tags"],
    },
    "of a text that becomes a list, and is no longer taken": {
      given: [of({ tags: text }), of({ tags: list })],
      want: ["breaking type-changed tags"],
    },
    "of a text that becomes a list of known values": {
      given: [
        of({ tags: text }),
        of({ tags: { type: "array", items: { ...text, enum: ["a"] } } }, { commaLists: ["tags"] }),
      ],
      want: ["harmless text-becomes-list tags", "breaking values-narrowed tags"],
    },
  };
  it.each(Object.entries(rows))("%s", (_, { given: [base, head], want }) => {
    expect(kinds(changes(base, head)).filter((one) => !one.includes("source-lost"))).toEqual(want);
  });

  it("says that the old name and the old text still work", () => {
    const base = of({ id: text, tags: text });
    const head = of(
      { pet_id: text, tags: list },
      { formerArguments: { id: { now: "pet_id" } }, commaLists: ["tags"] },
    );
    expect(changes(base, head).map(({ says }) => says)).toEqual([
      "was called id, which still works",
      "takes a list; one text with commas still works",
    ]);
  });
});
