import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { checkArguments } from "../../runtime/arguments/check.js";
import { Fault } from "../../runtime/contract/fault.js";
import { fileArgument } from "../../runtime/contract/file-argument.js";
import type { ToolModule } from "../../runtime/contract/tool.js";

vi.setConfig({ testTimeout: 30_000 });

const impact = z.strictObject({
  condition_id: z.string(),
  type: z.enum(["service", "environment"]).optional(),
});
const input = z.strictObject({
  name: z.string().min(1).max(5),
  any: z.any().optional(),
  count: z.int().min(1).max(10).optional(),
  created_at: z.iso.datetime({ offset: true, local: true }).optional(),
  day: z.iso.date().optional(),
  file: fileArgument().optional(),
  free: z.record(z.string(), z.any()).optional(),
  impacts: z.array(impact).max(2).nullable().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  level: z.literal([1, 2]).optional(),
  open: z.object({ id: z.string() }).catchall(z.number()).optional(),
  private: z.boolean().optional(),
  rate: z.number().optional(),
  severity: z.enum(["SEV1", "SEV2", "not set"]).optional(),
  target: z
    .union([
      z.strictObject({ type: z.enum(["user"]), id: z.string(), email: z.string() }),
      z.strictObject({ type: z.enum(["team"]), id: z.string(), slugs: z.array(z.string()) }),
    ])
    .optional(),
  value: z.union([z.string(), z.number(), z.array(z.string())]).optional(),
});

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
    "no number": { given: { rate: NaN }, want: { rate: "is no finite number" } },
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
});

describe("a correct argument", () => {
  it("passes unchanged", () => {
    const args = {
      name: "x",
      any: null,
      free: { deep: [{ x: undefined }] },
      impacts: null,
      target: { type: "user", id: "1", email: "" },
      file: { content_base64: "QQ==" },
      created_at: "2026-01-31T09:30:00+02:00",
    };
    const before = structuredClone(args);
    checkArguments(tool(), args);
    expect(args).toEqual(before);
  });

  it("is only checked, even if the schema has a default or a transform", () => {
    const changing = z.strictObject({ a: z.string().trim().default("x"), b: z.looseObject({}).optional() });
    const args = { a: " y ", b: { c: 1 } };
    checkArguments(tool(changing), args);
    expect(args).toEqual({ a: " y ", b: { c: 1 } });
  });
});

describe("hostile arguments", () => {
  it("cannot reach a prototype", () => {
    const args = JSON.parse('{"name":"x","__proto__":{"polluted":1}}') as Record<string, unknown>;
    expect(faults(args)).toEqual(
      Object.fromEntries([["__proto__", expect.stringMatching(/^is not an argument here/)]]),
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(faults({ name: "x", constructor: 1, toString: 1 })).toHaveProperty("constructor");
  });

  it("cannot exhaust the stack", () => {
    const deep: unknown = JSON.parse("[".repeat(5_000) + "]".repeat(5_000));
    expect(faults({ name: "x", any: deep })).toEqual({ any: "is nested deeper than 100 levels" });
  });

  it("get answers of limited length", () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`unknown_${index}`, 1]));
    expect(fault({ name: "x", ...many }).arguments).toHaveLength(101);
    expect(fault({ name: "x", ["k".repeat(10_000)]: 1 }).message.length).toBeLessThan(500);
    expect(fault({ name: "x", severity: "s".repeat(10_000) }).message.length).toBeLessThan(100);
  });

  it("of 20 MB are checked", () => {
    const large = { content_base64: "QUFB".repeat(5_000_000) };
    expect(() =>
      checkArguments(tool(), { name: "x", file: large, any: "é".repeat(1_000_000) }),
    ).not.toThrow();
  });
});

describe("a long enum", () => {
  it("shows the nearest values first", () => {
    const many = z.strictObject({ zone: z.enum(Array.from({ length: 200 }, (_, index) => `zone_${index}`)) });
    const [only] = faultOf(many, { zone: "zone_150x" }).arguments!;
    expect(only!.message).toMatch(/^takes one of zone_150, .* and 170 more$/);
  });
});

it("any value passes or gets a message of our own", () => {
  const names = Object.keys(input.shape);
  const anything = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), fc.jsonValue(), {
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(anything, (args) => {
      try {
        checkArguments(tool(), args);
        return input.safeParse(args).success;
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        const said = error.arguments!.map(({ message }) => message).join(" ");
        return said !== "" && !/undefined|Invalid|nonoptional|\[object|NaN|zod/.test(said);
      }
    }),
    { numRuns: 300 },
  );
});

function tool(schema: z.ZodType = input): ToolModule {
  return {
    name: "create_thing",
    title: "Create a thing",
    description: "",
    access: "create",
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
    request: { method: "POST", path: "/things" },
    input: schema,
  };
}

function faultOf(schema: z.ZodType, args: Record<string, unknown>): Fault {
  try {
    checkArguments(tool(schema), args);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

function fault(args: Record<string, unknown>): Fault {
  return faultOf(input, args);
}

function faults(args: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(fault(args).arguments!.map(({ argument, message }) => [argument, message]));
}
