import busboy from "busboy";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { Fault } from "../../runtime/contract/fault.js";
import { buildRequest, type HttpRequest } from "../../runtime/request/build.js";
import type { BodyPlan, Method, Placement, RequestPlan } from "../../runtime/contract/tool.js";

vi.setConfig({ testTimeout: 30_000 });

const BASE = "https://api.example.com/prefix";

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
    "a matrix parameter is no matrix parameter": { given: "x;a=b", want: "x%3Ba%3Db" },
    "three dots lead nowhere": { given: "...", want: "..." },
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
    "a list": { given: ["a", "b,c", 3], want: "q=a&q=b%2Cc&q=3" },
    "a list, joined": { given: ["a", "b,c", 3], as: form, want: "q=a,b%2Cc,3" },
    "an empty list": { given: [], want: "" },
    "an empty list, joined": { given: [], as: form, want: "" },
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
    "a key that poses as another parameter": { given: { page: 2 }, says: /parameter of its own/ },
    Infinity: { given: Infinity, says: /no finite number/ },
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
    expect(refusal(get("/x"), { y: 1 })).toEqual([{ argument: "y", message: "is no argument of this tool" }]);
    const whole = send("POST", { type: "application/json", as: "json", whole: "body" });
    expect(refusal(whole, { body: {}, y: 1 })[0]?.argument).toBe("y");
  });

  it("is not looked up on prototypes", () => {
    expect(refusal(get("/x"), JSON.parse('{"__proto__":{"a":1}}'))[0]?.argument).toBe("__proto__");
  });
});

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

describe("a JSON body", () => {
  const fields = json();
  it("has the arguments without another place, under their request names", () => {
    const plan: RequestPlan = {
      ...send("POST", {
        type: "application/json",
        as: "json",
        fields: { "details[slug]": { argument: "details_slug" } },
      }),
      path: "/x/{id}",
      query: { q: {} },
    };
    const request = buildRequest(
      plan,
      { id: "1", q: "2", details_slug: "s", name: null, none: undefined },
      BASE,
    );
    expect(request).toEqual({
      method: "POST",
      url: `${BASE}/x/1?q=2`,
      headers: { "Content-Type": "application/json" },
      body: '{"details[slug]":"s","name":null}',
    });
  });

  it("has its media type", () => {
    const plan = send("PATCH", { type: "application/scim+json", as: "json" });
    expect(buildRequest(plan, { a: 1 }, BASE).headers).toEqual({ "Content-Type": "application/scim+json" });
  });

  it("has limit and cursor, unless they page", () => {
    expect(buildRequest(fields, { limit: 1, cursor: "c" }, BASE).body).toBe('{"limit":1,"cursor":"c"}');
    const page = { style: "cursor", cursor: "after", size: "size", most: 10 } as const;
    expect(buildRequest({ ...fields, page }, { a: 1, limit: 1, cursor: "c" }, BASE).body).toBe('{"a":1}');
  });

  it.each([
    ["POST", "{}"],
    ["PUT", "{}"],
    ["PATCH", "{}"],
    ["DELETE", undefined],
    ["GET", undefined],
  ] as const)("%s without fields sends %s", (method, want) => {
    const request = buildRequest({ ...fields, method }, { a: undefined }, BASE);
    expect(request.body).toBe(want);
    expect("Content-Type" in request.headers).toBe(want !== undefined);
  });

  it("is sent with DELETE, and with GET only if the plan has one", () => {
    expect(buildRequest({ ...fields, method: "DELETE" }, { ids: [1] }, BASE).body).toBe('{"ids":[1]}');
    expect(buildRequest(get("/x"), {}, BASE)).toEqual({ method: "GET", url: `${BASE}/x`, headers: {} });
  });

  it.each([[[1, [], {}]], [[]], ["text"], [0], [false], [null], [{ free: { form: [] } }], [{}]])(
    "is a whole argument: %j",
    (value) => {
      const plan = send("PUT", { type: "application/json", as: "json", whole: "body" });
      expect(buildRequest(plan, { body: value }, BASE).body).toBe(JSON.stringify(value));
      expect(buildRequest(plan, {}, BASE).body).toBeUndefined();
    },
  );

  it("is exact, whatever it contains", () => {
    const values = fc.dictionary(anyText(), fc.jsonValue({ noUnicodeString: false }), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(values, (args) => {
        const text = JSON.stringify(args);
        const given = JSON.parse(text) as Record<string, unknown>;
        const request = attempt(() => buildRequest(fields, given, BASE));
        return request === undefined ? /\\ud[89a-f]/.test(text) : request.body === text;
      }),
    );
  });

  it("keeps a key named __proto__, at any depth", () => {
    const text = '{"__proto__":{"a":1},"b":{"__proto__":[2],"constructor":{"prototype":3}}}';
    expect(buildRequest(fields, JSON.parse(text), BASE).body).toBe(text);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it("refuses unsendable text and endless nesting", () => {
    expect(refusal(fields, { a: { b: ["x", "\udc00"] } })[0]?.argument).toBe("a.b[1]");
    expect(refusal(fields, { a: { "\ud800": 1 } })[0]?.message).toMatch(/surrogate/);
    expect(refusal(fields, { a: JSON.parse("[".repeat(50_000) + "]".repeat(50_000)) })).toEqual([
      { argument: "a", message: "is nested deeper than 100 levels" },
    ]);
  });
});

describe("a form body", () => {
  const plan = send("POST", {
    type: "application/x-www-form-urlencoded",
    as: "form",
    fields: { deep: { style: "deepObject" }, joined: { explode: false } },
  });
  it("repeats lists and writes objects as JSON, unless the plan has a style", () => {
    const args = {
      a: "x y&",
      n: 1,
      list: [1, "b"],
      object: { k: [null] },
      deep: { x: { y: 1 } },
      joined: [1, 2],
    };
    const { headers, body } = buildRequest(plan, args, BASE);
    expect(headers).toEqual({ "Content-Type": "application/x-www-form-urlencoded" });
    expect(body).toBe(
      "a=x%20y%26&n=1&list=1&list=b&object=%7B%22k%22%3A%5Bnull%5D%7D&deep%5Bx%5D%5By%5D=1&joined=1,2",
    );
  });

  it("is a whole argument if its fields are free", () => {
    const whole = send("POST", { type: "application/x-www-form-urlencoded", as: "form", whole: "body" });
    expect(buildRequest(whole, { body: { "a[]": [1, 2] } }, BASE).body).toBe("a%5B%5D=1&a%5B%5D=2");
    expect(refusal(whole, { body: [1] })[0]?.message).toMatch(/must be an object/);
  });

  it("is absent without fields", () => {
    expect(buildRequest(plan, {}, BASE)).toEqual({ method: "POST", url: `${BASE}/x`, headers: {} });
    expect(buildRequest(plan, { list: [] }, BASE).body).toBeUndefined();
  });

  it("refuses null, because it has no text", () => {
    expect(refusal(plan, { a: null })[0]?.argument).toBe("a");
  });

  it("is what URLSearchParams parses", () => {
    fc.assert(
      fc.property(fc.dictionary(anyText(), anyText(), { minKeys: 1, noNullPrototype: true }), (args) => {
        const { body } = buildRequest(
          send("POST", { type: "application/x-www-form-urlencoded", as: "form" }),
          args,
          BASE,
        );
        expect([...new URLSearchParams(body as string)]).toEqual(Object.entries(args));
      }),
    );
  });
});

describe("a multipart body", () => {
  const plan = send("POST", {
    type: "multipart/form-data",
    as: "multipart",
    fields: { raw: { json: true } },
  });

  it("has a part for each field, item and file", async () => {
    const file = {
      filename: "zürich 🚒.png",
      content_type: "image/png",
      content_base64: base64("\x89PNG\r\n--"),
    };
    const request = buildRequest(
      plan,
      {
        text: " a\r\nb ",
        n: 1,
        flag: false,
        nil: null,
        list: ["x", { y: 1 }],
        object: { z: [1] },
        raw: [1],
        file,
      },
      BASE,
    );
    expect(await parts(request)).toEqual([
      { name: "text", text: " a\r\nb ", type: "text/plain" },
      { name: "n", text: "1", type: "text/plain" },
      { name: "flag", text: "false", type: "text/plain" },
      { name: "nil", text: "null", type: "application/json" },
      { name: "list", text: "x", type: "text/plain" },
      { name: "list", text: '{"y":1}', type: "application/json" },
      { name: "object", text: '{"z":[1]}', type: "application/json" },
      { name: "raw", text: "[1]", type: "application/json" },
      { name: "file", text: "\x89PNG\r\n--", type: "image/png", filename: "zürich 🚒.png" },
    ]);
  });

  it("repeats files, and names each after its field if it has no name", async () => {
    const files = [{ content_base64: base64("1") }, { content_base64: "" }];
    expect(await parts(buildRequest(plan, { files }, BASE))).toEqual([
      { name: "files", text: "1", type: "application/octet-stream", filename: "files" },
      { name: "files", text: "", type: "application/octet-stream", filename: "files" },
    ]);
  });

  it("has a boundary that no part contains", () => {
    const first = buildRequest(plan, { a: "x" }, BASE);
    const boundary = boundaryOf(first);
    const second = buildRequest(plan, { a: `x\r\n--${boundary}--\r\n` }, BASE);
    expect(boundaryOf(second)).not.toBe(boundary);
    expect(buildRequest(plan, { a: "x" }, BASE)).toEqual(first);
  });

  it("is absent without parts", () => {
    expect(buildRequest({ ...plan, method: "DELETE" }, { ids: [] }, BASE).body).toBeUndefined();
    expect(buildRequest(plan, {}, BASE)).toEqual({ method: "POST", url: `${BASE}/x`, headers: {} });
  });

  const file = (more: object) => ({ file: { content_base64: "QQ==", ...more } });
  const refused: Record<string, { given: Record<string, unknown>; at: string }> = {
    "content that is not base64": {
      given: file({ content_base64: "not base64!" }),
      at: "file.content_base64",
    },
    "base64 without its padding": { given: file({ content_base64: "QQ" }), at: "file.content_base64" },
    "base64 with line breaks": { given: file({ content_base64: "QQ\n==" }), at: "file.content_base64" },
    "a data URL": {
      given: file({ content_base64: "data:image/png;base64,QQ==" }),
      at: "file.content_base64",
    },
    "the second file of a list": {
      given: { files: [file({}).file, { content_base64: "?" }] },
      at: "files[1].content_base64",
    },
    "a filename with a line break": { given: file({ filename: 'a"\r\nX: y' }), at: "file.filename" },
    "a filename with a quotation mark": { given: file({ filename: 'a"; name="b' }), at: "file.filename" },
    "a filename with a backslash": { given: file({ filename: "a\\" }), at: "file.filename" },
    "an empty filename": { given: file({ filename: "" }), at: "file.filename" },
    "a media type with a line break": {
      given: file({ content_type: "image/png\r\nX: y" }),
      at: "file.content_type",
    },
    "an invalid media type": { given: file({ content_type: "png" }), at: "file.content_type" },
    "a name with a quotation mark": { given: { 'a"; filename="b': "x" }, at: '"a\\"; filename=\\"b"' },
  };
  for (const [name, { given, at }] of Object.entries(refused)) {
    it(`refuses ${name}`, () => expect(refusal(plan, given)[0]?.argument).toBe(at));
  }

  it("arrives unchanged at a parser, whatever it contains", async () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    const filename = anyText().filter((name) => !/[\p{Cc}"\\]/u.test(name) && name !== "");
    await fc.assert(
      fc.asyncProperty(anyText(), bytes, filename, fc.array(anyText()), async (text, content, name, list) => {
        const file = { filename: name, content_base64: Buffer.from(content).toString("base64") };
        const found = await parts(buildRequest(plan, { text, file, list }, BASE));
        expect(found[0]).toMatchObject({ name: "text", text });
        expect(found[1]).toMatchObject({
          name: "file",
          filename: name,
          text: Buffer.from(content).toString("latin1"),
        });
        expect(found.slice(2).map((part) => part.text)).toEqual(list);
      }),
    );
  });
});

describe("a binary or text body", () => {
  const bytes = send("PUT", { type: "application/octet-stream", as: "bytes", whole: "body" });

  it("is the file's content, with its type and name if they are given", () => {
    const plain = buildRequest(bytes, { body: { content_base64: base64("\0\xff") } }, BASE);
    expect(plain.headers).toEqual({ "Content-Type": "application/octet-stream" });
    expect([...(plain.body as Uint8Array)]).toEqual([0, 255]);
    const named = { content_base64: "", content_type: "image/png", filename: "é.png" };
    expect(buildRequest(bytes, { body: named }, BASE).headers).toEqual({
      "Content-Type": "image/png",
      "Content-Disposition": "attachment; filename*=UTF-8''%C3%A9.png",
    });
  });

  it("has a concrete type if the contract has a range", () => {
    const plan = send("PUT", { type: "image/*", as: "bytes", whole: "body" });
    expect(buildRequest(plan, { body: { content_base64: "" } }, BASE).headers["Content-Type"]).toBe(
      "application/octet-stream",
    );
  });

  it("refuses everything but a file", () => {
    expect(refusal(bytes, { body: "QQ==" })[0]?.message).toMatch(/must be a file/);
  });

  it("is the given text, unchanged", () => {
    const plan = send("POST", { type: "text/plain", as: "text", whole: "body" });
    const request = buildRequest(plan, { body: "a\r\né" }, BASE);
    expect(request).toMatchObject({
      headers: { "Content-Type": "text/plain; charset=utf-8" },
      body: "a\r\né",
    });
    expect(refusal(plan, { body: { a: 1 } })[0]?.message).toMatch(/must be text/);
    const xml = send("POST", { type: "application/xml", as: "text", whole: "body" });
    expect(buildRequest(xml, { body: "<a/>" }, BASE).headers).toEqual({ "Content-Type": "application/xml" });
  });
});

function get(path: string, more: Partial<RequestPlan> = {}): RequestPlan {
  return { method: "GET", path, ...more };
}

function send(method: Method, body: BodyPlan): RequestPlan {
  return { method, path: "/x", body };
}

function json(): RequestPlan {
  return send("POST", { type: "application/json", as: "json" });
}

function pathOf(plan: RequestPlan, args: Record<string, unknown>): string {
  return buildRequest(plan, args, "https://h").url.slice("https://h".length);
}

/** The message for each argument; fails if there is no fault. */
function refusal(plan: RequestPlan, args: Record<string, unknown>) {
  try {
    buildRequest(plan, args, BASE);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    expect(error.kind).toBe("invalid_arguments");
    return error.arguments ?? [];
  }
  throw new Error("It was not refused.");
}

/** The result, or undefined if the call was refused. */
function attempt<T>(build: () => T): T | undefined {
  try {
    return build();
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

/** Text from all of Unicode, with many characters that are special in URLs, headers and forms. */
function anyText(): fc.Arbitrary<string> {
  const pieces = [
    ".",
    "..",
    "/",
    "\\",
    "%2e",
    "%",
    "?",
    "#",
    "&",
    "=",
    "+",
    ",",
    " ",
    "[",
    "]",
    "\r\n",
    "\0",
    '"',
    "é",
    "🚒",
  ];
  return fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.array(fc.constantFrom(...pieces, "a"), { maxLength: 6 }).map((list) => list.join("")),
  );
}

function base64(latin1: string): string {
  return Buffer.from(latin1, "latin1").toString("base64");
}

function boundaryOf({ headers }: HttpRequest): string {
  return /; boundary=(\S+)$/.exec(headers["Content-Type"]!)![1]!;
}

interface Found {
  readonly name: string;
  readonly text: string;
  readonly type: string;
  readonly filename?: string;
}

/** The parts of a multipart request, parsed like a server would; a file's content as Latin-1. */
function parts({ headers, body }: HttpRequest): Promise<Found[]> {
  return new Promise((resolve, reject) => {
    const found: Found[] = [];
    const parser = busboy({
      headers: { "content-type": headers["Content-Type"] },
      defParamCharset: "utf8",
      preservePath: true,
    });
    parser.on("field", (name, text, { mimeType }) => found.push({ name, text, type: mimeType }));
    parser.on("file", (name, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      const index = found.push({ name, text: "", type: mimeType, filename }) - 1;
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        found[index] = { ...found[index]!, text: Buffer.concat(chunks).toString("latin1") };
      });
    });
    parser.on("close", () => resolve(found));
    parser.on("error", reject);
    parser.end(Buffer.from(body as Uint8Array));
  });
}
