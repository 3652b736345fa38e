import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMcpServer } from "../../runtime/mcp/server.js";
import { serveHttp, type HttpServing } from "../../runtime/transport/http.js";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { serviceOf, report, serve, send, jsonHeaders, rpc, call } from "./kit/http-serving.js";

describe("access", () => {
  let serving: HttpServing;
  beforeAll(
    async () => void (serving = await serve({}, { token: "secret", allowedHosts: ["standpipe.internal"] })),
  );
  afterAll(() => serving.drain(100));

  const port = () => new URL(serving.url).port;
  const rows: Record<string, { headers: Record<string, string>; status: number }> = {
    "a loopback name": { headers: { host: "localhost:1234" }, status: 200 },
    "an IPv6 loopback name": { headers: { host: "[::1]:80" }, status: 200 },
    "a configured name": { headers: { host: "standpipe.internal" }, status: 200 },
    "a rebound name": { headers: { host: "evil.example" }, status: 403 },
    "a name that only begins like one": { headers: { host: "localhost.evil.example" }, status: 403 },
    "an invalid Host": { headers: { host: "a b" }, status: 403 },
    "the origin of another server on this machine": {
      headers: { origin: "http://localhost:3000" },
      status: 403,
    },
    "the origin of a configured name": { headers: { origin: "https://standpipe.internal" }, status: 200 },
    "a foreign origin": { headers: { origin: "https://evil.example" }, status: 403 },
    "the null origin": { headers: { origin: "null" }, status: 403 },
    "no token": { headers: { authorization: "" }, status: 401 },
    "a wrong token": { headers: { authorization: "Bearer secre" }, status: 401 },
    "a token in another scheme": { headers: { authorization: "Basic secret" }, status: 401 },
    "the right token": { headers: { authorization: "bearer secret" }, status: 200 },
  };
  it.each(Object.entries(rows))("%s", async (_name, { headers, status }) => {
    const given = { ...jsonHeaders, host: `127.0.0.1:${port()}`, authorization: "Bearer secret", ...headers };
    const reply = await send(serving.url, given, rpc("tools/list"));
    expect(reply.status).toBe(status);
    expect(reply.text).not.toMatch(/secret/);
    if (status === 401) expect(reply.headers["www-authenticate"]).toBe("Bearer");
  });

  it("its own pages, by every name of this machine", async () => {
    for (const name of ["localhost", "127.0.0.1", "[::1]"]) {
      const headers = { ...jsonHeaders, authorization: "Bearer secret", origin: `http://${name}:${port()}` };
      expect((await send(serving.url, headers, rpc("tools/list"))).status, name).toBe(200);
    }
  });

  it("anyone asks for its health", async () => {
    const reply = await send(serving.url.replace("/mcp", "/healthz"), { host: "10.0.0.7" }, undefined, "GET");
    expect(reply).toMatchObject({ status: 200, text: '{"status":"ok"}' });
  });

  it.each(["0.0.0.0", "::", "192.0.2.1", "example.org"])(
    "requires a token beyond loopback: %s",
    async (host) => {
      await expect(serve({}, { host })).rejects.toThrow(/STANDPIPE_TOKEN/);
    },
  );
});

describe("a wrong request", () => {
  let serving: HttpServing;
  beforeAll(async () => void (serving = await serve()));
  afterAll(() => serving.drain(100));

  const rows: Record<
    string,
    { headers?: Record<string, string>; body?: string; method?: string; path?: string; status: number }
  > = {
    "broken JSON": { body: "{", status: 400 },
    "no body": { body: "", status: 400 },
    "a body over 1 MB": { body: call("get_incident", { incident_id: "x".repeat(1_100_000) }), status: 413 },
    "a media type that is not JSON": {
      headers: { "content-type": "text/plain" },
      body: rpc("tools/list"),
      status: 415,
    },
    "an Accept without JSON": { headers: { accept: "text/html" }, body: rpc("tools/list"), status: 406 },
    "event streams alone": { headers: { accept: "text/event-stream" }, body: rpc("tools/list"), status: 406 },
    "a stream for a client that reads none": {
      headers: { accept: "application/json" },
      body: rpc("subscriptions/listen"),
      status: 406,
    },
    "an unknown compression": {
      headers: { "content-encoding": "zstd" },
      body: rpc("tools/list"),
      status: 415,
    },
    "a body that is not compressed as it says": {
      headers: { "content-encoding": "gzip" },
      body: rpc("tools/list"),
      status: 400,
    },
    "an unknown protocol version": {
      headers: { "mcp-protocol-version": "2020-01-01" },
      body: rpc("tools/list"),
      status: 400,
    },
    "an envelope without its header": {
      body: rpc("tools/list", { _meta: { "io.modelcontextprotocol/protocolVersion": "2026-07-28" } }),
      status: 400,
    },
    "a GET": { method: "GET", status: 405 },
    "a DELETE": { method: "DELETE", status: 405 },
    "another path": { path: "/", body: rpc("tools/list"), status: 404 },
  };
  it.each(Object.entries(rows))("%s", async (_name, { headers, body, method, path, status }) => {
    const url = path === undefined ? serving.url : new URL(path, serving.url).href;
    expect((await send(url, { ...jsonHeaders, ...headers }, body, method)).status).toBe(status);
  });

  it("does not stop the server, and neither does a chunked body over 1 MB", async () => {
    const reply = await send(
      serving.url,
      { ...jsonHeaders, "transfer-encoding": "chunked" },
      " ".repeat(1_100_000),
    ).catch(() => ({ status: 413 }));
    expect(reply.status).toBe(413);
    expect((await send(serving.url, jsonHeaders, rpc("tools/list"))).status).toBe(200);
  });
});

describe("fast path and SDK", () => {
  const envelope = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": {},
    "io.modelcontextprotocol/clientInfo": { name: "t", version: "1" },
  };
  const eras = {
    legacy: { meta: {}, headers: () => ({ "mcp-protocol-version": "2025-06-18" }) },
    modern: {
      meta: { _meta: envelope },
      headers: (method: string, name?: string) => ({
        "mcp-protocol-version": "2026-07-28",
        "mcp-method": method,
        ...(name === undefined ? {} : { "mcp-name": name }),
      }),
    },
  };
  const requests: [string, string | undefined, object][] = [
    ["tools/list", undefined, {}],
    ["tools/call", "get_incident", { name: "get_incident", arguments: { incident_id: "é\u2028" } }],
    ["tools/call", "get_incident", { name: "get_incident" }],
    ["tools/call", "gone", { name: "gone", arguments: {} }],
  ];
  const cases = Object.keys(eras).flatMap((era) =>
    requests.map((request) => [era as keyof typeof eras, ...request] as const),
  );

  it.each(cases)("give the same answers in the %s era: %s %s", async (era, method, name, params) => {
    const service = serviceOf({ surface: "full" });
    const { url, drain } = await serveHttp(service, { host: "127.0.0.1", port: 0, report });
    const headers = { ...jsonHeaders, ...eras[era].headers(method, name) };
    const body = rpc(method, { ...params, ...eras[era].meta }, "an id");
    const short = await send(url, headers, body);
    const sdk = await createMcpHandler(() => createMcpServer(service)).fetch(
      new Request(url, { method: "POST", headers, body }),
    );
    const long = await sdk.text();
    expect(short.status).toBe(sdk.status);
    const comparable = (text: string): unknown =>
      JSON.parse(text.replace(/^event: message\ndata: /, "").replace(/"req_\w+"/, '"an id"'));
    expect(comparable(short.text)).toEqual(comparable(long));
    await drain(100);
  });
});
