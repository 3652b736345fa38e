import { describe, expect, it } from "vitest";
import { injectedText } from "../../../sandbox/manners/chaos.js";
import { practice } from "../kit/client.js";
import { loadContract } from "../kit/contract.js";

describe("authentication", () => {
  const { call } = practice({ seed: "empty" });

  it.each([
    ["nothing", {}, 401],
    ["a bare key, as FireHydrant's own clients send it", { authorization: "fhb-practice" }, 200],
    ["a bare key that has expired", { authorization: "fhb-expired" }, 401],
    ["another kind of key", { authorization: "Bearer sk-practice" }, 401],
    ["an expired key", { authorization: "Bearer fhb-expired" }, 401],
    ["a key", { authorization: "Bearer fhb-practice" }, 200],
  ])("%s → %s", async (_what, headers, status) => {
    const reply = await call("GET", "/v1/ping", undefined, { authorization: "", ...headers });
    expect(reply.status).toBe(status);
  });

  it("is not needed at /v1/noauth/ping", async () => {
    expect((await call("GET", "/v1/noauth/ping", undefined, { authorization: "" })).status).toBe(200);
  });
});

describe("checks of a request", () => {
  const { call } = practice({ seed: "empty" });

  it.each([
    ["a wrong path", "GET", "/v1/incident", undefined, 404],
    ["a wrong method", "PATCH", "/v1/incidents", {}, 405],
    ["a page that is not a number", "GET", "/v1/incidents?page=two", undefined, 400],
    ["a field of a wrong type", "POST", "/v1/incidents", { name: 5 }, 400],
    ["a value outside the choice", "POST", "/v1/severities", { slug: "SEV0", color: "pink" }, 400],
    ["no body", "POST", "/v1/incidents", undefined, 400],
    ["a path that is not a text", "GET", "/v1/incidents/%E0%A4%A", undefined, 400],
  ])("refuse %s in FireHydrant's way", async (_what, method, path, body, status) => {
    const reply = await call(method, path, body);
    expect(reply.status).toBe(status);
    expect(reply.body).toMatchObject({
      detail: expect.any(String),
      messages: expect.any(Array),
      meta: {},
      code: expect.any(String),
    });
  });

  it("ignore query parameters that FireHydrant does not know", async () => {
    const reply = await call("GET", "/v1/incidents?colour=red");
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual((await call("GET", "/v1/incidents")).body);
  });

  it("report what is wrong", async () => {
    expect((await call("POST", "/v1/incidents", { severity: 1 })).body.messages.join("; ")).toMatch(/name/);
  });

  it("look for the headers that a contract requires", async () => {
    const contract = loadContract();
    const list = contract.paths["/v1/incidents"]!["get"] as { parameters: object[] };
    list.parameters.push({ name: "x-tenant", in: "header", required: true, schema: { type: "string" } });
    const { call: strict } = practice({ seed: "empty", contract });
    expect((await strict("GET", "/v1/incidents")).status).toBe(400);
    expect((await strict("GET", "/v1/incidents", undefined, { "x-tenant": "1" })).status).toBe(200);
  });
});

describe("the rate limit", () => {
  it("allows 50 requests in 10 seconds, then says when to retry", async () => {
    const { call, pass } = practice({ seed: "empty", rateLimit: {} });
    const replies = [];
    for (let count = 0; count < 51; count += 1) replies.push(await call("GET", "/v1/ping"));
    expect(replies.map(({ status }) => status)).toEqual([...Array<number>(50).fill(200), 429]);
    const last = replies.at(-1)!;
    expect(last.body).toEqual({ error: "rate limit exceeded" });
    expect(last.headers.get("ratelimit-limit")).toBe("50");
    const wait = Number(last.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    pass(wait);
    expect((await call("GET", "/v1/ping")).status).toBe(200);
  });
});

describe("chaos", () => {
  it("fails before it changes anything", async () => {
    const { call, sandbox } = practice({ seed: "empty", chaos: { errors: 1 } });
    expect((await call("POST", "/v1/incidents", { name: "x" })).status).toBeGreaterThanOrEqual(500);
    expect(sandbox.world.store.all("incidents")).toEqual([]);
  });

  it("breaks answers, and adds hostile text to shown incidents only", async () => {
    const { call, sandbox } = practice({ seed: "empty" });
    const { id } = (await call("POST", "/v1/incidents", { name: "x", summary: "Quiet words" })).body;
    await call("POST", "/__control/chaos", { injection: true });
    expect((await call("GET", `/v1/incidents/${id}`)).body.summary).toContain(injectedText);
    expect(JSON.stringify(sandbox.world.store.dump())).not.toContain(injectedText);
    await call("POST", "/__control/chaos", { injection: false, broken: 1 });
    expect(typeof (await call("GET", `/v1/incidents/${id}`)).body).toBe("string");
  });
});

describe("a storm", () => {
  it("refuses so many requests with a 429, including writes, then ends", async () => {
    const { call } = practice({ seed: "empty", chaos: { storm: 2 } });
    const refused = await call("POST", "/v1/incidents", { name: "x" });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
    expect((await call("GET", "/v1/incidents")).status).toBe(429);
    expect((await call("GET", "/v1/incidents")).body.data).toEqual([]);
  });
});
