import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { buildRequest } from "../../../runtime/request/build.js";
import type { Placement } from "../../../runtime/contract/tool.js";
import { BASE, get, send, pathOf, refusal, anyText } from "./kit.js";

vi.setConfig({ testTimeout: 30_000 });

describe("a query parameter", () => {
  const form = { explode: false };
  const rows: Record<string, { given: unknown; as?: Placement; wire?: string; want: string }> = {
    text: { given: "a&b=c d+e%", want: "q=a%26b%3Dc%20d%2Be%25" },
    "empty text": { given: "", want: "q=" },
    "a line break": { given: "a\nb", want: "q=a%0Ab" },
    "a whole number": { given: 9007199254740991, want: "q=9007199254740991" },
    "a fraction": { given: 0.1, want: "q=0.1" },
    "a great number": { given: 1e21, want: "q=1e%2B21" },
    false: { given: false, want: "q=false" },
    zero: { given: 0, want: "q=0" },
    nothing: { given: undefined, want: "" },
    "a name with brackets": {
      given: "x",
      wire: "custom_fields[field_id]",
      want: "custom_fields%5Bfield_id%5D=x",
    },
    "a list under a name with brackets": {
      given: ["a", "b"],
      wire: "ids[]",
      want: "ids%5B%5D=a&ids%5B%5D=b",
    },
    "reserved characters that may stay": {
      given: "a/b:c?d=e,(f)&g#h+i[j] k%",
      as: { reserved: true },
      want: "q=a/b:c?d=e,(f)%26g%23h%2Bi%5Bj%5D%20k%25",
    },
    "reserved characters in a joined list": {
      given: ["a/b", "c,d"],
      as: { ...form, reserved: true },
      want: "q=a/b,c%2Cd",
    },
    "a list": { given: ["a", "b,c", 3], want: "q=a&q=b%2Cc&q=3" },
    "a list, joined": { given: ["a", "b,c", 3], as: form, want: "q=a,b%2Cc,3" },
    "an empty list": { given: [], want: "" },
    "an empty list, joined": { given: [], as: form, want: "" },
    "a list as one text": { given: ["a", "b c"], as: { commas: true }, want: "q=a%2Cb%20c" },
    "an empty list as one text": { given: [], as: { commas: true }, want: "" },
    "a text for such a list": { given: "a,b c", as: { commas: true }, want: "q=a%2Cb%20c" },
    "a list of empty text": { given: [""], as: form, want: "q=" },
    "an object": { given: { r: 1, "g&": "x" }, want: "r=1&g%26=x" },
    "an object, joined": { given: { r: 1, g: "x,y" }, as: form, want: "q=r,1,g,x%2Cy" },
    "an empty object": { given: {}, want: "" },
    "a list of objects": { given: [{ a: null }], want: "q=%7B%22a%22%3Anull%7D" },
    "by blanks": { given: ["a", "b"], as: { style: "spaceDelimited", explode: false }, want: "q=a%20b" },
    "by blanks, exploded": {
      given: ["a", "b c"],
      as: { style: "spaceDelimited", explode: true },
      want: "q=a&q=b%20c",
    },
    "by bars": { given: ["a", "b"], as: { style: "pipeDelimited" }, want: "q=a%7Cb" },
    "by bars, an object": { given: { r: 1 }, as: { style: "pipeDelimited" }, want: "q=r%7C1" },
    deep: {
      given: { a: 1, b: { c: "x" } },
      as: { style: "deepObject" },
      want: "q%5Ba%5D=1&q%5Bb%5D%5Bc%5D=x",
    },
    "deep with a list": {
      given: { a: [1, 2] },
      as: { style: "deepObject" },
      want: "q%5Ba%5D%5B%5D=1&q%5Ba%5D%5B%5D=2",
    },
    "deep with a list of objects": {
      given: { a: [{ b: 1, c: 2 }, { b: 3 }] },
      as: { style: "deepObject" },
      want: "q%5Ba%5D%5B0%5D%5Bb%5D=1&q%5Ba%5D%5B0%5D%5Bc%5D=2&q%5Ba%5D%5B1%5D%5Bb%5D=3",
    },
    "deep, a list itself": { given: ["x"], as: { style: "deepObject", explode: true }, want: "q%5B%5D=x" },
    "deep, text itself": { given: "x", as: { style: "deepObject" }, want: "q=x" },
    JSON: {
      given: { a: [1, null, "é"] },
      as: { json: true },
      want: "q=%7B%22a%22%3A%5B1%2Cnull%2C%22%C3%A9%22%5D%7D",
    },
    "JSON null": { given: null, as: { json: true }, want: "q=null" },
  };
  for (const [name, { given, as = {}, wire = "q", want }] of Object.entries(rows)) {
    it(name, () => {
      const plan = get("/x", { query: { [wire]: { argument: "value", ...as } } });
      expect(pathOf(plan, { value: given })).toBe(want === "" ? "/x" : `/x?${want}`);
    });
  }

  const refused: Record<string, { given: unknown; as?: Placement; says: RegExp }> = {
    null: { given: null, says: /null/ },
    "null in a list": { given: ["a", null], says: /null/ },
    "null deep inside": { given: { a: { b: null } }, as: { style: "deepObject" }, says: /null/ },
    "a blank in a list by blanks": { given: ["a b"], as: { style: "spaceDelimited" }, says: /divides/ },
    "a bar in a list by bars": { given: ["a|b"], as: { style: "pipeDelimited" }, says: /divides/ },
    "a bracket in a deep key": { given: { "a][b": 1 }, as: { style: "deepObject" }, says: /square bracket/ },
    "a key that poses as another parameter": { given: { page: 2 }, says: /another parameter/ },
    Infinity: { given: Infinity, says: /not a finite number/ },
    "what JSON can't say": { given: [new Date(0)], says: /is not valid JSON/ },
  };
  for (const [name, { given, as = {}, says }] of Object.entries(refused)) {
    it(`refuses ${name}`, () => {
      const plan = get("/x", { query: { q: as, page: {} } });
      expect(refusal(plan, { q: given })[0]).toEqual({
        argument: expect.stringMatching(/^q/),
        message: expect.stringMatching(says),
      });
    });
  }

  it("arrives unchanged, whatever it contains", () => {
    fc.assert(
      fc.property(anyText(), anyText(), fc.array(anyText(), { minLength: 1 }), (wire, text, items) => {
        fc.pre(wire !== "list" && wire !== "joined");
        const plan = get("/x", {
          query: { [wire]: { argument: "text" }, list: {}, joined: { explode: false } },
        });
        const { url } = buildRequest(plan, { text, list: items, joined: items }, BASE);
        const found = new URL(url).searchParams;
        expect([...found.keys()].length).toBe(items.length + 2);
        expect(found.getAll(wire)).toEqual([text]);
        expect(found.getAll("list")).toEqual(items);
        const raw = /joined=([^&]*)$/.exec(url)![1]!;
        expect(raw.split(",").map(decodeURIComponent)).toEqual(items);
      }),
    );
  });

  it("of a page uses its request name; limit and cursor are the caller's", () => {
    const page = { style: "page", page: "page", size: "per_page", most: 100 } as const;
    expect(pathOf(get("/x", { page }), { page: 2, per_page: 50, limit: 3, cursor: "c" })).toBe(
      "/x?page=2&per_page=50",
    );
    expect(pathOf(get("/x", { query: { limit: {}, cursor: {} } }), { limit: 3, cursor: "c" })).toBe(
      "/x?limit=3&cursor=c",
    );
  });
});

describe("an argument without a placement", () => {
  it("is refused and not lost", () => {
    expect(refusal(get("/x"), { y: 1 })).toEqual([
      { argument: "y", message: "is not an argument of this tool" },
    ]);
    const whole = send("POST", { type: "application/json", as: "json", whole: "body" });
    expect(refusal(whole, { body: {}, y: 1 })[0]?.argument).toBe("y");
  });

  it("is not looked up on prototypes", () => {
    expect(refusal(get("/x"), JSON.parse('{"__proto__":{"a":1}}'))[0]?.argument).toBe("__proto__");
  });
});
