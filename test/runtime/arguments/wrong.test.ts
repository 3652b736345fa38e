import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { faultOf, fault, faults } from "./kit.js";

vi.setConfig({ testTimeout: 30_000 });

describe("a wrong argument", () => {
  const rows: Record<string, { given: Record<string, unknown>; want: Record<string, string> }> = {
    missing: { given: { name: undefined }, want: { name: "is required" } },
    "missing below": { given: { impacts: [{}] }, want: { "impacts[0].condition_id": "is required" } },
    null: { given: { name: null }, want: { name: "expected text, got null" } },
    "text for a number": { given: { rate: "1" }, want: { rate: "expected a number, got text" } },
    "a number for text": { given: { name: 1 }, want: { name: "expected text, got a number" } },
    "a fraction for a whole number": {
      given: { count: 1.5 },
      want: { count: "expected a whole number, got 1.5" },
    },
    "text for true or false": {
      given: { private: "true" },
      want: { private: "expected true or false, got text" },
    },
    "an object for a list": { given: { impacts: {} }, want: { impacts: "expected a list, got an object" } },
    "a list for an object": { given: { labels: [] }, want: { labels: "expected an object, got a list" } },
    "no such choice": {
      given: { severity: "sev1" },
      want: { severity: 'takes one of SEV1, SEV2, "not set"' },
    },
    "no such number": { given: { level: 3 }, want: { level: "takes one of 1, 2" } },
    empty: { given: { name: "" }, want: { name: "can't be empty" } },
    "too long": { given: { name: "abcdef" }, want: { name: "takes at most 5 characters" } },
    "too small": { given: { count: 0 }, want: { count: "takes 1 or more" } },
    "too great": { given: { count: 11 }, want: { count: "takes 10 or less" } },
    "too many": {
      given: { impacts: [{ condition_id: "1" }, { condition_id: "2" }, { condition_id: "3" }] },
      want: { impacts: "takes at most 2 items" },
    },
    "no date": { given: { day: "tomorrow" }, want: { day: "expected a date such as 2026-01-31" } },
    "no time": {
      given: { created_at: "2026-01-31" },
      want: { created_at: "expected a date and time such as 2026-01-31T09:30:00Z" },
    },
    "no base64": {
      given: { file: { content_base64: "?" } },
      want: { "file.content_base64": "expected base64 (RFC 4648, padded, without line breaks)" },
    },
    "a key of a map": {
      given: { labels: { "a b": 1 } },
      want: { 'labels["a b"]': "expected text, got a number" },
    },
    "a further key": {
      given: { open: { id: "1", x: "2" } },
      want: { "open.x": "expected a number, got text" },
    },
    misspelt: {
      given: { severty: "SEV1" },
      want: { severty: "is not an argument here; did you mean severity?" },
    },
    "in another case": {
      given: { createdAt: "x" },
      want: { createdAt: "is not an argument here; did you mean created_at?" },
    },
    "misspelt below": {
      given: { impacts: [{ condition_id: "1", tpye: "service" }] },
      want: { "impacts[0].tpye": "is not an argument here; did you mean type?" },
    },
    "misspelt where another is given already": {
      given: { impacts: [{ conditionId: "1", type: "service" }] },
      want: {
        "impacts[0].condition_id": "is required",
        "impacts[0].conditionId": "is not an argument here; did you mean condition_id?",
      },
    },
    "unlike any": {
      given: { impacts: [{ condition_id: "1", zzzzzzzz: 1 }] },
      want: { "impacts[0].zzzzzzzz": "is not an argument here; it takes type, condition_id" },
    },
    "of no kind that a union takes": {
      given: { value: true },
      want: { value: "expected text or a number or a list, got true" },
    },
    "the nearest option's": {
      given: { value: ["a", 1] },
      want: { "value[1]": "expected text, got a number" },
    },
    "the option's that the tag names": {
      given: { target: { type: "team", id: 1, slug: [] } },
      want: {
        "target.id": "expected text, got a number",
        "target.slugs": "is required",
        "target.slug": "is not an argument here; did you mean slugs?",
      },
    },
    "of no option": { given: { target: "x" }, want: { target: "expected an object, got text" } },
    "half a surrogate pair": {
      given: { free: { a: ["\ud800"] } },
      want: { "free.a[0]": "contains half of a surrogate pair, which is not valid Unicode" },
    },
    "no number": { given: { rate: NaN }, want: { rate: "is not a finite number" } },
    "every one": {
      given: { name: 1, rate: "1", impacts: [{ condition_id: "1" }, { condition_id: 2 }], foo_bar_baz: 1 },
      want: {
        name: "expected text, got a number",
        rate: "expected a number, got text",
        "impacts[1].condition_id": "expected text, got a number",
        foo_bar_baz: expect.stringMatching(/^is not an argument/) as string,
      },
    },
  };
  it("under another name for it", () => {
    expect(faults({ title: "Checkout is down" })).toEqual({
      name: "is required",
      title: "is not an argument here; did you mean name?",
    });
  });

  for (const [name, { given, want }] of Object.entries(rows)) {
    it(name, () => expect(faults({ name: "x", ...given })).toEqual(want));
  }

  it("gets one sentence, also next to a list", () => {
    expect(fault({ name: 1 }).message).toBe("name: expected text, got a number.");
    expect(fault({ name: 1, rate: "" }).message).toBe("2 arguments are at fault.");
    expect(fault({ name: 1 }).kind).toBe("invalid_arguments");
  });

  it("gets suggestions for the first twenty unknown names, so that the answer stays short", () => {
    const unknown = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`severty_${at}`, 1]));
    const { message, arguments: told } = fault({ name: "x", ...unknown });
    expect(message).toBe("300 arguments are at fault.");
    expect(told!.filter((one) => one.message.startsWith("is not an argument here; "))).toHaveLength(20);
    expect(told!.filter((one) => one.message === "is not an argument here")).toHaveLength(80);
    expect(told!.at(-1)).toEqual({ argument: "arguments", message: "200 more faults" });
  });
});

describe("a long enum", () => {
  it("shows the nearest values first", () => {
    const many = z.strictObject({ zone: z.enum(Array.from({ length: 200 }, (_, index) => `zone_${index}`)) });
    const [only] = faultOf(many, { zone: "zone_150x" }).arguments!;
    expect(only!.message).toMatch(/^takes one of zone_150, .* and 170 more$/);
  });
});
