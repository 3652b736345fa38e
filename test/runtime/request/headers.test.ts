import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { buildRequest } from "../../../runtime/request/build.js";
import { BASE, get, refusal, attempt, anyText } from "./kit.js";

vi.setConfig({ testTimeout: 30_000 });

describe("a header", () => {
  const plan = get("/x", {
    headers: {
      "X-A": { argument: "a" },
      "X-E": { argument: "e", explode: true },
      "X-J": { argument: "j", json: true },
    },
  });
  const rows: Record<string, { given: Record<string, unknown>; want: Record<string, string> }> = {
    "text stands as it is": { given: { a: 'a, "b"=c%20é' }, want: { "X-A": 'a, "b"=c%20é' } },
    "a number": { given: { a: 1 }, want: { "X-A": "1" } },
    "a list": { given: { a: ["x", 2] }, want: { "X-A": "x,2" } },
    "an object": { given: { a: { r: 1, g: 2 } }, want: { "X-A": "r,1,g,2" } },
    "an exploded object": { given: { e: { r: 1, g: "=" } }, want: { "X-E": "r=1,g==" } },
    "JSON, beyond Latin-1 too": { given: { j: { a: "🚒\n" } }, want: { "X-J": '{"a":"\\ud83d\\ude92\\n"}' } },
    nothing: { given: { a: undefined }, want: {} },
  };
  for (const [name, { given, want }] of Object.entries(rows)) {
    it(name, () => expect(buildRequest(plan, given, BASE).headers).toEqual(want));
  }

  const refused: Record<string, { given: unknown; says: RegExp }> = {
    "CR LF": { given: "a\r\nX-Evil: 1", says: /control characters/ },
    NUL: { given: "a\0", says: /control characters/ },
    "what is beyond Latin-1": { given: "🚒", says: /Latin-1/ },
    "blanks at its ends": { given: " a", says: /blank/ },
    "a comma in a list": { given: ["a,b"], says: /divides/ },
    null: { given: null, says: /null/ },
  };
  for (const [name, { given, says }] of Object.entries(refused)) {
    it(`refuses ${name}`, () => {
      expect(refusal(plan, { a: given })).toEqual([{ argument: "a", message: expect.stringMatching(says) }]);
    });
  }

  it.each(["Host", "content-length", "Transfer-Encoding", "Content-Type", "Authorization"])(
    "%s cannot be set by an argument",
    (wire) => {
      expect(refusal(get("/x", { headers: { [wire]: { argument: "a" } } }), { a: "1" })[0]?.message).toMatch(
        /can't be set/,
      );
    },
  );

  it("is sent as bytes with the same meaning", () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const found = attempt(() => buildRequest(plan, { a: text }, BASE).headers);
        return found === undefined || new Headers(found).get("x-a") === text;
      }),
    );
  });
});

describe("a cookie", () => {
  it("is a pair in the one Cookie header", () => {
    const plan = get("/x", { cookies: { a: {}, b: { explode: false }, c: {} } });
    const { headers } = buildRequest(plan, { a: "x; y=1\r\n", b: [1, "2,"], c: ["p", "q"] }, BASE);
    expect(headers).toEqual({ Cookie: "a=x%3B%20y%3D1%0D%0A; b=1,2%2C; c=p; c=q" });
  });
});
