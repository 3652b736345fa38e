import { describe, expect, it } from "vitest";
import { call, makeServer, rpc } from "./kit/gateway.js";
import { pathOf } from "./kit/spans.js";
import { spans, stub, on, account, clientTrace, uuid } from "./kit/traced.js";

/** A server URL. Spans of its creation are forgotten. */
const newServer: typeof makeServer = async (...given) => {
  const made = await makeServer(...given);
  await spans.ended("POST /integrated-account");
  spans.reset();
  return made;
};

describe("a traced gateway", () => {
  it("continues the trace of a client's header up to the request to the API", async () => {
    const { url } = await newServer(on, account);
    const { span, traceId, traceparent } = clientTrace();
    const { result } = await call(url, "get_incident", { incident_id: uuid }, { traceparent });
    span.end();
    await spans.ended("POST /mcp/:token");
    const all = spans.all();
    const sent = all.find(({ name }) => name === "GET")!;
    expect(pathOf(sent, all)).toEqual(["agent", "POST /mcp/:token", "tools/call get_incident", "GET"]);
    expect(new Set(all.map((one) => one.spanContext().traceId))).toEqual(new Set([traceId]));
    const { headers } = stub.arrived.at(-1)!;
    expect(headers["traceparent"]).toBe(`00-${traceId}-${sent.spanContext().spanId}-01`);
    const { request_id } = result!["_meta"] as { request_id: string };
    expect(request_id).toMatch(/^req_/);
    expect(headers["x-request-id"]).toBe(request_id);
    const { body } = await on.ask<{ result: object[] }>("GET", `/log?request_id=${request_id}`);
    expect(body.result).toMatchObject([{ tool: "get_incident" }]);
    expect(on.logged()).toContain(`"request_id":"${request_id}"`);
    expect(all.find(({ name }) => name.startsWith("tools/call"))!.attributes).toEqual({
      "mcp.method.name": "tools/call",
      "gen_ai.operation.name": "execute_tool",
      "gen_ai.tool.name": "get_incident",
      "network.transport": "tcp",
      "standpipe.request.id": request_id,
    });
    expect(sent.attributes).toEqual({
      "http.request.method": "GET",
      "url.template": "/v1/incidents/{incident_id}",
      "server.address": "127.0.0.1",
      "server.port": Number(new URL(stub.url).port),
      "http.response.status_code": 200,
    });
  });

  it("takes the trace in _meta as the parent, and links the HTTP request", async () => {
    const { url } = await newServer(on, account);
    const { traceId, spanId, traceparent } = clientTrace();
    await rpc(url, "tools/call", {
      name: "get_incident",
      arguments: { incident_id: uuid },
      _meta: { traceparent, tracestate: "vendor=1" },
    });
    const request = await spans.ended("POST /mcp/:token");
    const tool = await spans.ended("tools/call get_incident");
    expect(tool.parentSpanContext).toMatchObject({ traceId, spanId, isRemote: true });
    expect(tool.links.map(({ context }) => context.spanId)).toEqual([request.spanContext().spanId]);
    expect(stub.arrived.at(-1)!.headers).toMatchObject({
      traceparent: expect.stringContaining(traceId),
      tracestate: "vendor=1",
    });
  });

  it("records the steps of calls: admission, look-up, consent, store and request", async () => {
    const { url } = await newServer(on, account, {
      confirm: "write",
      confirm_by: "page",
      rate_limit: { calls: 100, seconds: 60 },
    });
    stub.reply = ({ path }) =>
      path === "/v1/services"
        ? { status: 200, value: { data: [{ id: uuid, name: "Checkout", slug: "checkout" }] } }
        : undefined;
    await call(url, "create_incident", { name: "x" });
    await call(url, "get_service", { service_id: "Checkout" });
    stub.reply = () => undefined;
    await spans.ended("tools/call get_service");
    const paths = spans.all().map((span) => pathOf(span, spans.all()).join(" > "));
    const [request, write, read] = [
      "POST /mcp/:token",
      "tools/call create_incident",
      "tools/call get_service",
    ] as const;
    expect(paths).toEqual(
      expect.arrayContaining([
        `${request} > admit`,
        `${request} > ${write} > consent`,
        `${request} > ${write} > store`,
        `${request} > ${read} > resolve > GET`,
        `${request} > ${read} > GET`,
      ]),
    );
    expect(await spans.ended(write)).toMatchObject({
      status: { code: 2 },
      attributes: { "error.type": "tool_error", "standpipe.fault.kind": "approval_needed" },
    });
  });

  it("records the wait for a turn within the rate limit", async () => {
    const { url } = await newServer(on, account);
    // The account may send 10 requests in 2 seconds.
    await Promise.all(Array.from({ length: 22 }, () => call(url, "get_incident", { incident_id: uuid })));
    const all = spans.all();
    const waits = all.filter(({ name }) => name === "pace");
    expect(waits.length).toBeGreaterThan(0);
    expect(pathOf(waits[0]!, all)).toEqual(["POST /mcp/:token", "tools/call get_incident", "pace"]);
    const longest = Math.max(...waits.map(({ duration: [whole, nanos] }) => whole + nanos / 1e9));
    expect(longest).toBeGreaterThan(1);
  });

  it("says which answers of the API failed", async () => {
    const { url } = await newServer(on, account);
    stub.reply = () => ({ status: 404, value: { detail: "none" } });
    await call(url, "get_incident", { incident_id: uuid });
    stub.reply = () => undefined;
    expect((await spans.ended("GET")).attributes).toMatchObject({
      "http.response.status_code": 404,
      "error.type": "404",
    });
  });

  it("puts no argument, no key, no token and no made-up name into a span", async () => {
    const { url, token } = await newServer(on, account);
    await call(url, "list_incidents", { query: "canary-argument" });
    await call(url, "canary_tool");
    await fetch(`${on.url}/canary-path?canary-query=1`);
    await rpc(url, "tools/call", { name: "get_incident", _meta: { traceparent: "canary-trace" } });
    await spans.ended("tools/call get_incident");
    const texts = spans
      .all()
      .map(({ name, attributes, links, status, events }) =>
        JSON.stringify({ name, attributes, links, status, events }),
      );
    expect(texts.length).toBeGreaterThan(6);
    for (const text of texts)
      for (const secret of ["canary", token, "fhb-"]) expect(text).not.toContain(secret);
  });

  it("records nothing for health checks", async () => {
    await fetch(`${on.url}/healthz`);
    await fetch(`${on.url}/readyz`);
    await fetch(`${on.url}/openapi.json`);
    await spans.ended("GET /openapi.json");
    expect(spans.all().map(({ name }) => name)).toEqual(["GET /openapi.json"]);
  });
});
