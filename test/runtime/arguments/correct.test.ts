import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { checkArguments } from "../../../runtime/arguments/check.js";
import { Fault } from "../../../runtime/contract/fault.js";
import { input, tool, fault, faults } from "./kit.js";

vi.setConfig({ testTimeout: 30_000 });

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
