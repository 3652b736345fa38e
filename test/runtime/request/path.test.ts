import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { buildRequest } from "../../../runtime/request/build.js";
import type { Placement } from "../../../runtime/contract/tool.js";
import { BASE, get, pathOf, refusal, attempt, anyText } from "./kit.js";

vi.setConfig({ testTimeout: 30_000 });

describe("a path parameter", () => {
  const rows: Record<string, { given: unknown; as?: Placement; want: string }> = {
    "text is one segment": { given: "abc", want: "abc" },
    "a number is exact": { given: 12.5, want: "12.5" },
    "true is true": { given: true, want: "true" },
    "a slash is part of the segment": { given: "a/b", want: "a%2Fb" },
    "a way up is part of the segment": { given: "../x", want: "..%2Fx" },
    "an encoded way up is taken literally": { given: "%2e%2e%2f", want: "%252e%252e%252f" },
    "encoded dots are taken literally": { given: "%2e%2e", want: "%252e%252e" },
    "a query is part of the segment": { given: "?a=b", want: "%3Fa%3Db" },
    "a fragment is part of the segment": { given: "#", want: "%23" },
    "a lone slash is a segment": { given: "/", want: "%2F" },
    "a backslash is part of the segment": { given: "..\\x", want: "..%5Cx" },
    "a matrix parameter is not a matrix parameter": { given: "x;a=b", want: "x%3Ba%3Db" },
    "three dots are sent as they are": { given: "...", want: "..." },
    "marks are encoded": { given: "(it's!*)", want: "%28it%27s%21%2A%29" },
    "UTF-8 is encoded": { given: "zürich 🚒", want: "z%C3%BCrich%20%F0%9F%9A%92" },
    "a simple list": { given: ["a,b", "c"], want: "a%2Cb,c" },
    "a simple object": { given: { r: 1, g: "x" }, want: "r,1,g,x" },
    "a simple exploded object": { given: { r: 1, g: "x=" }, as: { explode: true }, want: "r=1,g=x%3D" },
    "a label": { given: "blue", as: { style: "label" }, want: ".blue" },
    "a label list": { given: ["a", "b"], as: { style: "label" }, want: ".a,b" },
    "a label exploded list": { given: ["a", "b"], as: { style: "label", explode: true }, want: ".a.b" },
    "a label object": { given: { r: 1, g: 2 }, as: { style: "label" }, want: ".r,1,g,2" },
    "a label exploded object": {
      given: { r: 1, g: 2 },
      as: { style: "label", explode: true },
      want: ".r=1.g=2",
    },
    "a matrix": { given: "blue", as: { style: "matrix" }, want: ";id=blue" },
    "a matrix list": { given: ["a", "b;"], as: { style: "matrix" }, want: ";id=a,b%3B" },
    "a matrix exploded list": {
      given: ["a", "b"],
      as: { style: "matrix", explode: true },
      want: ";id=a;id=b",
    },
    "a matrix object": { given: { r: 1, g: 2 }, as: { style: "matrix" }, want: ";id=r,1,g,2" },
    "a matrix exploded object": {
      given: { r: 1, g: 2 },
      as: { style: "matrix", explode: true },
      want: ";r=1;g=2",
    },
    JSON: { given: { a: [1] }, as: { json: true }, want: "%7B%22a%22%3A%5B1%5D%7D" },
    "10 kB": { given: "x/".repeat(5_000), want: "x%2F".repeat(5_000) },
  };
  for (const [name, { given, as, want }] of Object.entries(rows)) {
    it(name, () => {
      const plan = get("/v1/things/{id}/parts", { pathParameters: as && { id: as } });
      expect(buildRequest(plan, { id: given }, BASE).url).toBe(`${BASE}/v1/things/${want}/parts`);
    });
  }

  const refused: Record<string, { given: unknown; as?: Placement; says: RegExp }> = {
    empty: { given: "", says: /empty/ },
    "a dot": { given: ".", says: /leads elsewhere/ },
    "two dots": { given: "..", says: /leads elsewhere/ },
    "two dots in a list": { given: [".."], says: /leads elsewhere/ },
    "a label that makes two dots": { given: ".", as: { style: "label" }, says: /leads elsewhere/ },
    "CR LF": { given: "a\r\nHost: x", says: /control characters/ },
    NUL: { given: "a\0", says: /control characters/ },
    DEL: { given: "a\x7f", says: /control characters/ },
    C1: { given: "a\x85", says: /control characters/ },
    "a control character in a key": { given: { "a\n": 1 }, says: /control characters/ },
    "an empty list": { given: [], says: /empty/ },
    "a list of nothing": { given: ["", ""], says: /empty/ },
    "an empty object": { given: {}, says: /empty/ },
    null: { given: null, says: /null/ },
    nothing: { given: undefined, says: /is required/ },
    "half a surrogate pair": { given: "a\ud800", says: /surrogate/ },
    "a dot in an exploded label": {
      given: ["a.b", "c"],
      as: { style: "label", explode: true },
      says: /divides/,
    },
  };
  for (const [name, { given, as, says }] of Object.entries(refused)) {
    it(`refuses ${name}`, () => {
      const plan = get("/v1/things/{id}", { pathParameters: as && { id: as } });
      expect(refusal(plan, { id: given })).toEqual([
        { argument: "id", message: expect.stringMatching(says) },
      ]);
    });
  }

  it("shares a segment with literals and other parameters, and none can leave it", () => {
    const plan = get("/compare/{base}...{head}/{file}.json");
    expect(pathOf(plan, { base: "a/b", head: "c", file: "." })).toBe("/compare/a%2Fb...c/..json");
    expect(refusal(get("/x/{a}."), { a: "." })[0]?.argument).toBe("a");
    expect(refusal(get("/x/{a}{b}/y"), { a: ".", b: "." })[0]?.argument).toBe("a");
  });

  it("comes from the argument in the plan", () => {
    const plan = get("/things/{thing-id}", { pathParameters: { "thing-id": { argument: "thing_id" } } });
    expect(pathOf(plan, { thing_id: "1" })).toBe("/things/1");
    expect(refusal(plan, {})).toEqual([{ argument: "thing_id", message: "is required" }]);
  });

  it("is never inherited from an object's prototype", () => {
    expect(refusal(get("/{constructor}"), {})).toEqual([{ argument: "constructor", message: "is required" }]);
    expect(pathOf(get("/{constructor}/{__proto__}"), JSON.parse('{"constructor":"a","__proto__":"b"}'))).toBe(
      "/a/b",
    );
  });

  it("stays in its segment and arrives unchanged, whatever it contains", () => {
    fc.assert(
      fc.property(anyText(), anyText(), (first, second) => {
        const url = attempt(() => buildRequest(get("/v1/{a}/x/{b}"), { a: first, b: second }, BASE).url);
        const isRefused = [first, second].some(
          (text) => ["", ".", ".."].includes(text) || /\p{Cc}/u.test(text),
        );
        if (url === undefined) return isRefused;
        const parsed = new URL(url);
        const segments = parsed.pathname.split("/").slice(1).map(decodeURIComponent);
        expect(parsed.origin + parsed.search + parsed.hash).toBe("https://api.example.com");
        expect(segments).toEqual(["prefix", "v1", first, "x", second]);
        return !isRefused;
      }),
      { numRuns: 300 },
    );
  });
});

describe("a URL", () => {
  it("stays under the base, with its prefix and slashes", () => {
    expect(buildRequest(get("/a"), {}, "https://h:8443/").url).toBe("https://h:8443/a");
    expect(buildRequest(get("/a"), {}, "http://127.0.0.1:1/x/y//").url).toBe("http://127.0.0.1:1/x/y/a");
  });

  it.each([
    ["https://api.example.com/v1", "https://api.example.com/v2/files/a"],
    ["http://127.0.0.1:1/v1/", "http://127.0.0.1:1/v2/files/a"],
    ["https://proxy/acme/v1", "https://proxy/acme/v2/files/a"],
    ["https://proxy/acme", "https://proxy/acme/v2/files/a"],
    ["https://proxy/acmev1", "https://proxy/acmev1/v2/files/a"],
  ])(
    "under %s has the operation's own prefix instead of the API's, and never another origin",
    (base, want) => {
      const prefix = { own: "/v2/files", common: "/v1" };
      expect(buildRequest(get("/a", { prefix }), {}, base).url).toBe(want);
    },
  );

  it("uses its own prefix if the API has none, and no prefix if only the API has one", () => {
    expect(buildRequest(get("/a", { prefix: { own: "/up", common: "" } }), {}, BASE).url).toBe(
      `${BASE}/up/a`,
    );
    const plan = get("/a", { prefix: { own: "", common: "/prefix" } });
    expect(buildRequest(plan, {}, BASE).url).toBe("https://api.example.com/a");
  });

  it("keeps a template's own query, drops its fragment and encodes invalid characters", () => {
    const plan = get("/a b/{id}?kind=x#put", { query: { q: {} } });
    expect(pathOf(plan, { id: "?", q: 1 })).toBe("/a%20b/%3F?kind=x&q=1");
  });

  it("that would leave the base is not built", () => {
    expect(() => buildRequest(get(".evil.example/x"), {}, "https://h")).toThrow("would leave the API");
    expect(() => buildRequest(get("/a/../b"), {}, BASE)).toThrow("would leave the API");
  });
});
