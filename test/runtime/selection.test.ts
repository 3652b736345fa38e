import { describe, expect, it } from "vitest";
import { compileGlob } from "../../runtime/registry/glob.js";
import { select, SelectionError, type Selection } from "../../runtime/registry/selection.js";
import { smallCatalogue } from "../fixtures/small-api.js";

const all = [
  "create_incident",
  "create_page",
  "delete_incident",
  "get_incident",
  "list_incidents",
  "resolve_incident",
];

describe("a selection admits", () => {
  const rows: Record<string, { given: Selection; want: string[] }> = {
    "everything when it says nothing": { given: {}, want: all },
    "one method": { given: { methods: ["list"] }, want: ["list_incidents"] },
    "lists and gets for read": { given: { methods: ["read"] }, want: ["get_incident", "list_incidents"] },
    "creates, updates and deletes for write, and no custom": {
      given: { methods: ["write"] },
      want: ["create_incident", "create_page", "delete_incident"],
    },
    "what is none of the five for custom": { given: { methods: ["custom"] }, want: ["resolve_incident"] },
    "groups and single methods together": {
      given: { methods: ["read", "delete"] },
      want: ["delete_incident", "get_incident", "list_incidents"],
    },
    "any of the tags": { given: { tags: ["pages", "signals"] }, want: ["create_page"] },
    "by tags and methods at once": {
      given: { tags: ["incidents"], methods: ["create"] },
      want: ["create_incident"],
    },
    "what globs allow": {
      given: { allow: ["*_incident"] },
      want: [...all].filter((name) => name.endsWith("_incident")),
    },
    "what is not denied": { given: { deny: ["*_incident", "create_*"] }, want: ["list_incidents"] },
    "no tool that is allowed and denied": {
      given: { allow: ["*incident*"], deny: ["delete_*"] },
      want: ["create_incident", "get_incident", "list_incidents", "resolve_incident"],
    },
    "a tool by its former and its managed name": {
      given: { allow: ["declare_incident", "get_a_fire_hydrant_incident"] },
      want: ["create_incident", "get_incident"],
    },
  };
  it.each(Object.entries(rows))("%s", (_name, { given, want }) => {
    expect([...select(smallCatalogue, given)]).toEqual(want);
  });

  it("no tool whose former name is denied", () => {
    expect(select(smallCatalogue, { deny: ["declare_*"] }).has("create_incident")).toBe(false);
  });
});

describe("a selection is refused", () => {
  const rows: Record<string, { given: Selection; want: RegExp }> = {
    "with a misspelt method": {
      given: { methods: ["raed"] },
      want: /Unknown method "raed"\. Did you mean "read"\?/,
    },
    "with a misspelt tag": {
      given: { tags: ["incident"] },
      want: /Unknown tag "incident"\. Did you mean "incidents"\?/,
    },
    "with a tag like nothing": {
      given: { tags: ["weather"] },
      want: /Valid tags: incidents, pages, signals\./,
    },
    "when nothing is left": {
      given: { methods: ["delete"], tags: ["pages"] },
      want: /leaves none of the 6 tools\. Methods: list, get, .*write\. Tags: incidents, pages, signals\./,
    },
    "when it denies all": { given: { deny: ["*"] }, want: /leaves none/ },
    "with an allowed tool that doesn't exist": {
      given: { allow: ["get_incidnt"] },
      want: /Did you mean "get_incident"/,
    },
    "with a denied tool that doesn't exist": {
      given: { deny: ["delete_incidnt"] },
      want: /No tool matches "delete_incidnt"/,
    },
    "with an empty list of methods": { given: { methods: [] }, want: /No method is named/ },
    "with an empty list of tags": { given: { tags: [] }, want: /No tag is named/ },
    "with an empty list of allowed tools": { given: { allow: [] }, want: /empty/ },
    "with a property of every object for a method": {
      given: { methods: ["constructor"] },
      want: /Unknown method/,
    },
  };
  it.each(Object.entries(rows))("%s", (_name, { given, want }) => {
    expect(() => select(smallCatalogue, given)).toThrow(SelectionError);
    expect(() => select(smallCatalogue, given)).toThrow(want);
  });
});

describe("a glob", () => {
  it.each([
    ["*", "anything", true],
    ["a", "a", true],
    ["a", "ab", false],
    ["a*", "a", true],
    ["*b", "ab", true],
    ["a*b*c", "aXbYc", true],
    ["a*b*c", "aXcYb", false],
    ["ab*ba", "aba", false],
    ["**", "", true],
    ["list_.*", "list_x", false],
  ])("%s against %s: %s", (pattern, text, want) => {
    expect(compileGlob(pattern)!(text)).toBe(want);
  });

  it("ends fast for a pattern on which a regular expression would backtrack for hours", () => {
    expect(compileGlob(`${"*a".repeat(7)}*b`)!("a".repeat(4_000))).toBe(false);
    expect(compileGlob("*a".repeat(2_000))).toBeUndefined();
  });
});
