import { Agent, fetch } from "undici";
import { describe, expect, it } from "vitest";
import { redactionOf } from "../../runtime/answer/redact.js";
import { page, Status, uuid, type Arrived, type Reply } from "./kit/fire-stub.js";
import { httpClient, type TestClient } from "../fixtures/clients.js";
import { transports, stub, served, serve, call, thousand } from "./kit/holds.js";

describe.each(transports)("over %s", (transport) => {
  const incident = { id: uuid(1), name: "Down" };
  const incidents = (request: Arrived) => page([incident], request);
  const unreachable: Reply = (_, incoming) => {
    incoming.socket.resetAndDestroy();
    return new Promise(() => undefined);
  };

  it("an unresolved name prevents the write", async () => {
    await serve({
      "GET /v1/severities": (request) => page([{ slug: "SEV1" }], request),
      "GET /v1/teams": () => new Status(503, { detail: "down" }),
      "POST /v1/incidents": () => incident,
    });
    const wrong = await call(transport, "create_incident", { name: "x", severity: "worst" });
    expect(wrong.value.error).toMatchObject({
      kind: "invalid_arguments",
      arguments: [{ argument: "severity", message: expect.stringContaining("nearest: SEV1") }],
    });
    const failed = await call(transport, "create_incident", { name: "x", team_ids: ["Payments"] });
    expect(failed.value.error).toMatchObject({
      kind: "upstream_error",
      arguments: [{ argument: "team_ids[0]" }],
    });
    expect(stub.writes()).toEqual([]);
  });

  it("a dead API is not called repeatedly, and is used again once it recovers", async () => {
    let isDead = true;
    const reply: Reply = (request, incoming) => (isDead ? unreachable(request, incoming) : incident);
    await serve({ "POST /v1/incidents": reply }, { account: { breaker: { failures: 3, openMs: 2_000 } } });
    for (let round = 0; round < 3; round += 1) {
      const { value } = await call(transport, "create_incident", { name: "x" });
      expect(value.error.kind).toBe("unreachable");
    }
    isDead = false;
    const { value, meta } = await call(transport, "create_incident", { name: "x" });
    expect(value.error).toMatchObject({ kind: "busy", retry_after_seconds: expect.any(Number) });
    expect(value.error.message).toContain("did not answer 3 times in a row");
    expect(meta).toMatchObject({ retry_after_seconds: value.error.retry_after_seconds });
    expect(stub.arrived).toHaveLength(3);
    await new Promise((resolve) => setTimeout(resolve, value.error.retry_after_seconds * 1000));
    expect((await call(transport, "create_incident", { name: "x" })).isError).toBe(false);
  });

  it("a cancelled call aborts the request to the API", async () => {
    const controller = new AbortController();
    let closed: Promise<void> | undefined;
    await serve({
      "GET /v1/incidents": (_, incoming) => {
        closed = new Promise((resolve) => incoming.socket.once("close", resolve));
        controller.abort();
        return new Promise(() => undefined);
      },
    });
    await expect(call(transport, "list_incidents", {}, { signal: controller.signal })).rejects.toThrow();
    await closed;
  });

  it("a long call sends progress, a quick one does not", async () => {
    let told = () => {};
    const updates: { message?: string }[] = [];
    const onprogress = (update: { message?: string }) => {
      updates.push(update);
      told();
    };
    await serve(
      {
        "GET /v1/incidents": async (request) => {
          await new Promise<void>((resolve) => (told = resolve));
          return incidents(request);
        },
        "GET /v1/teams": (request) => page([], request),
      },
      { progressMs: 1_000 },
    );
    await call(transport, "list_teams", {}, { onprogress });
    expect(updates).toEqual([]);
    expect((await call(transport, "list_incidents", {}, { onprogress })).isError).toBe(false);
    expect(updates[0]).toMatchObject({ message: "waiting for FireHydrant's answer", total: 60 });
  });

  it("a read is retried after a broken connection, a write is not", async () => {
    let count = 0;
    const everySecond: Reply = (request, incoming) =>
      (count += 1) % 2 === 1 ? unreachable(request, incoming) : incidents(request);
    await serve({ "GET /v1/incidents": everySecond, "POST /v1/incidents": everySecond });
    expect((await call(transport, "list_incidents")).value.items).toMatchObject([incident]);
    const { value } = await call(transport, "create_incident", { name: "x" });
    expect(value.error).toMatchObject({ kind: "unreachable", may_have_happened: true });
    expect(stub.arrived.map(({ method }) => method)).toEqual(["GET", "GET", "POST"]);
  });

  it("a call with wait_seconds ends with the finished record, or with the next call to make", async () => {
    const alert = uuid(7);
    let status = "acknowledged";
    await serve({
      "POST /v1/page/signals": () => ({ id: alert, status: "opened" }),
      [`GET /v1/alerts/${alert}`]: () => ({ id: alert, status }),
    });
    const paging = { summary: "x", target_type: "User", target_id: uuid(8), wait_seconds: 1.2 };
    const finished = await call(transport, "create_page", paging);
    expect(finished.value).toMatchObject({ id: alert, status: "acknowledged" });
    expect(JSON.stringify(finished.value.waited)).toMatch(/finished/);
    status = "opened";
    const open = await call(transport, "create_page", paging);
    expect(open.value.status).toBe("opened");
    expect(JSON.stringify(open.value.waited)).toMatch(/not finished.*get_alert/);
    expect(stub.writes()).toHaveLength(2);
  });

  it("secrets are never shown, and neither are the operator's redacted values", async () => {
    const text = "mail ann@example.com, key fhb-0123456789abcdef0123456789";
    const leaky = { id: uuid(1), name: text, description: "kept", customer_id: "c1", token: "t0k3n" };
    const args = { query: "x", view: "full" };
    await serve({ "GET /v1/incidents": (request) => page([leaky], request) });
    const [usual] = (await call(transport, "list_incidents", args)).value.items;
    expect(usual).toMatchObject({
      name: "mail ann@example.com, key [redacted]",
      token: "[redacted]",
      customer_id: "c1",
    });
    await served.close();
    await stub.close();
    await serve(
      { "GET /v1/incidents": (request) => page([leaky], request) },
      { redaction: redactionOf(["emails", "customer_id"]) },
    );
    const [hidden] = (await call(transport, "list_incidents", args)).value.items;
    expect(hidden).toMatchObject({
      name: "mail [redacted], key [redacted]",
      customer_id: "[redacted]",
      description: "kept",
    });
  });

  it("every cut is reported, and every result has the remaining allowance", async () => {
    const long = thousand.map((one) => ({ ...one, description: "word ".repeat(100) }));
    const record = { ...incident, description: "word ".repeat(20_000) };
    await serve(
      {
        "GET /v1/incidents": (request) => page(long, request),
        [`GET /v1/incidents/${uuid(1)}`]: () => record,
      },
      { tokenBudget: 2_000, account: { pacing: { limit: 50 } } },
    );
    const list = await call(transport, "list_incidents", { view: "full", limit: 100 });
    expect(list.value.cut).toContain(`${list.value.items.length} of the`);
    expect(list.value).toMatchObject({ total: 1_000, next_cursor: expect.any(String) });
    const one = await call(transport, "get_incident", { incident_id: uuid(1), view: "full" });
    expect(one.value.cut).toEqual([expect.stringMatching(/^description: \d+ of 100000 characters$/)]);
    const wrong = await call(transport, "get_incident", {});
    expect(wrong.isError).toBe(true);
    const found = await call(transport, "search_tools", { query: "page someone" });
    for (const { meta } of [list, one, wrong, found])
      expect(meta).toMatchObject({
        ratelimit: { limit: 50, remaining: expect.any(Number), reset: expect.any(Number) },
      });
  });
});

it.runIf(process.platform === "linux")("clients at different addresses take turns over HTTP", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const answer: Reply = async (request) => (await held, page([], request));
  let called = () => {};
  const options = { account: { pacing: { limit: 1, windowMs: 10 } } };
  await serve({ "GET /v1/incidents": answer }, options, (service) => ({
    ...service,
    callTool: (...given) => (called(), service.callTool(...given)),
  }));
  const clients = ["127.0.0.2", "127.0.0.3"].map((localAddress) => {
    const dispatcher = new Agent({ localAddress });
    return httpClient("client 2.x", served.url, {}, ((url: string, init: object) =>
      fetch(url, { ...init, dispatcher })) as unknown as typeof globalThis.fetch);
  });
  const [many, one] = await Promise.all(clients);
  const begins = async (client: TestClient, query: string) => {
    const begun = new Promise<void>((resolve) => (called = resolve));
    const answered = client.call("list_incidents", { query });
    await begun;
    return { answered };
  };
  const begun = [];
  for (let count = 0; count < 8; count += 1) begun.push(await begins(many!, "many"));
  begun.push(await begins(one!, "one"));
  release();
  await Promise.all(begun.map(({ answered }) => answered));
  // The first of the many calls was already running, and one more has its turn before it.
  expect(stub.arrived.findIndex(({ query }) => query.get("query") === "one")).toBe(2);
  await Promise.all([many!.close(), one!.close()]);
});
