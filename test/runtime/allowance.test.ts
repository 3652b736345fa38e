import type { RequestListener } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api } from "../../generated/firehydrant/index.js";
import { createApiCaller } from "../../runtime/pipeline/api-caller.js";
import { createMcpService } from "../../runtime/mcp/service.js";
import { createRegistry } from "../../runtime/registry/registry.js";
import { serveHttp, type HttpServing } from "../../runtime/transport/http.js";
import { createUpstream, type Upstream } from "../../runtime/upstream/upstream.js";
import { makeAccount, makeServer, startTestGateway, type TestGateway } from "../gateway/kit/gateway.js";
import { json, listen, type Listening } from "./kit/stub.js";

const answers: Record<string, RequestListener> = {
  "/v1/teams": (_, response) =>
    json(response, { data: [], pagination: {} }, 200, {
      "x-ratelimit-limit": "50",
      "x-ratelimit-remaining": "41",
    }),
  "/v1/incidents": (_, response) =>
    json(response, { error: "slow down" }, 429, { "retry-after": "7", "x-ratelimit-limit": "50" }),
};

let stub: Listening;
let upstream: Upstream;
let serving: HttpServing;
let on: TestGateway;
let hosted: string;
beforeAll(async () => {
  stub = await listen((request, response) => answers[request.url!.split("?")[0]!]!(request, response));
  upstream = createUpstream({ title: "FireHydrant" });
  const registry = createRegistry(api.catalogue, {});
  const caller = createApiCaller(api, registry, {
    baseUrl: stub.url,
    upstream,
    on429: "pass",
    progressMs: 1,
  });
  const service = createMcpService({ api, registry, caller, version: "0", report: () => {} });
  serving = await serveHttp(service, { host: "127.0.0.1", port: 0, report: () => {} });
  on = await startTestGateway({ settings: { baseUrls: [stub.url] } });
  hosted = (await makeServer(on, await makeAccount(on, stub.url), { on_429: "pass" })).url;
});
afterAll(async () => {
  await serving.drain(0);
  await upstream.close();
  await on.stop();
  await stub.close();
});

const revision = "2026-07-28";
const envelope = {
  "io.modelcontextprotocol/protocolVersion": revision,
  "io.modelcontextprotocol/clientCapabilities": {},
};

/** The ways of sending a call. */
const roads = {
  "the short road": { params: {} },
  "the short road of revision 2026-07-28": { params: { _meta: envelope } },
  "the SDK's road": { params: { _meta: envelope, inputResponses: {} } },
};

async function call(url: string, name: string, params: { readonly _meta?: object }) {
  const modern = { "mcp-protocol-version": revision, "mcp-method": "tools/call", "mcp-name": name };
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...(params._meta === envelope ? modern : {}),
    },
    body: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name, arguments: {}, ...params },
    }),
  });
  const text = await response.text();
  const { result } = JSON.parse(/^data: (.*"result".*)$/m.exec(text)?.[1] ?? text);
  const names = ["limit", "remaining", "reset"].map((part) => `ratelimit-${part}`);
  const [limit, remaining, reset, wait] = [...names, "retry-after"].map((field) => {
    const value = response.headers.get(field);
    return value === null ? undefined : Number(value);
  });
  return { response, result, limit, remaining, reset, wait };
}

describe.each(Object.entries(roads))("over HTTP, on %s", (_, { params }) => {
  it.each(["serve --http", "a server URL"])("a 429 of %s has the IETF headers", async (which) => {
    const url = which === "a server URL" ? hosted : serving.url;
    const { response, result, ...told } = await call(url, "list_incidents", params);
    expect(response.headers.get("content-type")).toBe("application/json");
    const { error } = JSON.parse(result.content[0].text);
    expect(error).toMatchObject({ kind: "rate_limited", retry_after_seconds: 7 });
    expect(told).toEqual({ ...error.ratelimit, wait: 7 });
    expect(told).toMatchObject({ limit: 50, remaining: 0, reset: 7 });
    expect(result._meta).toMatchObject({ ratelimit: error.ratelimit, retry_after_seconds: 7 });
  });

  it("other results have the remaining allowance, and no Retry-After", async () => {
    const { result, limit, remaining, wait } = await call(serving.url, "list_teams", params);
    expect(result.isError).toBeUndefined();
    expect({ limit, remaining, wait }).toEqual({ limit: 50, remaining: 41, wait: undefined });
    expect(result._meta.ratelimit).toMatchObject({ limit: 50, remaining: 41 });
  });
});

it("a server URL's own rate limit uses the same headers", async () => {
  const account = await makeAccount(on, stub.url, "Own");
  const { url } = await makeServer(on, account, { rate_limit: { calls: 1, seconds: 60 } });
  await call(url, "list_teams", {});
  const { result, limit, remaining, reset, wait } = await call(url, "list_teams", {});
  expect(result.isError).toBe(true);
  expect({ limit, remaining }).toEqual({ limit: 1, remaining: 0 });
  expect(reset).toBe(wait);
});

it("a stream has sent its headers already, so its result has the allowance only in _meta", async () => {
  const slow = answers["/v1/incidents"]!;
  answers["/v1/incidents"] = (request, response) => void setTimeout(() => slow(request, response), 100);
  const { response, result, wait } = await call(serving.url, "list_incidents", {
    _meta: { progressToken: 1 },
  });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  expect(wait).toBeUndefined();
  expect(result._meta).toMatchObject({ ratelimit: { limit: 50, remaining: 0 }, retry_after_seconds: 7 });
});
