import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { buildRequest } from "../../../runtime/request/build.js";
import type { RequestPlan } from "../../../runtime/contract/tool.js";
import { BASE, get, send, refusal, attempt, anyText, base64 } from "./kit.js";

vi.setConfig({ testTimeout: 30_000 });

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

function json(): RequestPlan {
  return send("POST", { type: "application/json", as: "json" });
}
