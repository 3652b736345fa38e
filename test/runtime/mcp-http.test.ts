import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { discoverNames } from "../../runtime/registry/discover-tools.js";
import { createMcpServer } from "../../runtime/mcp/server.js";
import { createMcpService, type McpService } from "../../runtime/mcp/service.js";
import { createRegistry, type View } from "../../runtime/registry/registry.js";
import { serveHttp, type HttpOptions, type HttpServing } from "../../runtime/transport/http.js";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { clientKinds, httpClient } from "../fixtures/clients.js";
import { fakeCaller } from "../fixtures/fake-caller.js";
import { smallApi } from "../fixtures/small-api.js";

const all = [
  "create_incident",
  "create_page",
  "delete_incident",
  "get_incident",
  "list_incidents",
  "resolve_incident",
];

function serviceOf(view: View, caller = fakeCaller()): McpService {
  const api = smallApi();
  const registry = createRegistry(api.catalogue, view);
  return createMcpService({ api, registry, caller, version: "0", report });
}

function report(error: Error): void {
  throw error;
}

async function serve(view: View = { surface: "full" }, options: Partial<HttpOptions> = {}) {
  const caller = fakeCaller();
  const serving = await serveHttp(serviceOf(view, caller), {
    host: "127.0.0.1",
    port: 0,
    report: () => {},
    ...options,
  });
  return { ...serving, caller };
}

interface Reply {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

/** A raw request, because fetch sets Host and Origin itself. */
function send(
  url: string,
  headers: Record<string, string>,
  body: string | undefined,
  method = "POST",
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const jsonHeaders = { "content-type": "application/json", accept: "application/json, text/event-stream" };
const rpc = (method: string, params: object = {}, id: unknown = 1) =>
  JSON.stringify({ jsonrpc: "2.0", id, method, params });
const call = (name: string, args: object = {}, id: unknown = 1) =>
  rpc("tools/call", { name, arguments: args }, id);

describe.each(clientKinds)("%s over HTTP", (kind) => {
  let serving: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => void (serving = await serve()));
  afterAll(() => serving.drain(100));

  it("lists, calls, and gets faults as results", async () => {
    const { client, call, close } = await httpClient(kind, serving.url);
    expect(client.getServerVersion()).toMatchObject({ name: "standpipe", title: "FireHydrant" });
    expect(client.getInstructions()).toBe("Incidents, and the people who answer them.");
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(all);
    expect(tools[0]!.annotations).toEqual({
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: false,
      openWorldHint: true,
    });
    expect(await call("get_incident", { incident_id: "7" })).toEqual({
      text: '{"called":"get_incident","args":{"incident_id":"7"}}',
    });
    expect(await call("get_incident", { incident: "7" })).toMatchObject({ isError: true });
    expect(await call("search_tools", { query: "wake people" })).toMatchObject({
      text: expect.stringMatching(/create_page/),
    });
    await close();
  });

  it("gets a protocol error for an unknown tool, with the nearest name", async () => {
    const { call, close } = await httpClient(kind, serving.url);
    await expect(call("get_incidnt")).rejects.toMatchObject({
      code: -32602,
      message: expect.stringMatching(/did you mean get_incident\?/),
    });
    await close();
  });

  it("gets progress if it asks for it", async () => {
    const { call, close } = await httpClient(kind, serving.url);
    const updates: object[] = [];
    await call("create_page", { team: "x", wait_ms: 20 }, (update) => updates.push(update));
    expect(updates).toEqual([{ progress: 1, total: 2, message: "half-way" }]);
    await call("create_page", { team: "x", wait_ms: 2 });
    expect(serving.caller.calls.at(-1)!.context.progress).toBeUndefined();
    await close();
  });

  it("gets prompts", async () => {
    const { client, close } = await httpClient(kind, serving.url);
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(["situation_report", "declare"]);
    const text = async (args: Record<string, string>) => {
      const { messages } = await client.getPrompt({ name: "situation_report", arguments: args });
      return (messages[0]!.content as { text: string }).text;
    };
    expect(await text({ team: "Payments" })).toBe("Report on Payments, by list_incidents.");
    expect(await text({ team: "{since}", since: "May" })).toBe(
      "Report on {since} since May, by list_incidents.",
    );
    await expect(text({})).rejects.toThrow(/needs team/);
    await expect(text({ team: "x", until: "y" })).rejects.toThrow(/no argument until/);
    await close();
  });

  it("reads the catalogue and an incident as resources", async () => {
    const { client, close } = await httpClient(kind, serving.url);
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(["standpipe://catalog"]);
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(["firehydrant://incidents/{id}"]);
    const text = async (uri: string) =>
      ((await client.readResource({ uri })).contents[0] as { text: string }).text;
    expect(await text("standpipe://catalog")).toMatch(/## pages\n\n- `create_page` Page someone on call/);
    expect(await text("firehydrant://incidents/a%20b")).toBe(
      '{"called":"get_incident","args":{"incident_id":"a b"}}',
    );
    await expect(text("firehydrant://incidents/a/b")).rejects.toMatchObject({ code: -32602 });
    await close();
  });

  it("stops a call by disconnecting", async () => {
    const { call, close } = await httpClient(kind, serving.url);
    const lasting = call("create_page", { team: "x", wait_ms: 60_000 }).catch(() => "gone");
    await until(() => serving.caller.calls.at(-1)?.args["wait_ms"] === 60_000);
    const { signal } = serving.caller.calls.at(-1)!.context;
    expect(signal.aborted).toBe(false);
    await close();
    await until(() => signal.aborted);
    expect(await lasting).toBe("gone");
  });

  it("stops the call that it cancels, and no other with the same id", async () => {
    const calling = async (team: string) => {
      const { client, close } = await httpClient(kind, serving.url);
      const controller = new AbortController();
      const call = { name: "create_page", arguments: { team, wait_ms: 60_000 } };
      const options = { signal: controller.signal };
      // The two generations of the SDK take the options in different places.
      const answered = client.callTool(
        call,
        ...((kind === "sdk 1.x" ? [undefined, options] : [options]) as [object]),
      );
      const begun = () => serving.caller.calls.find(({ args }) => args["team"] === team);
      await until(() => begun() !== undefined);
      return { controller, answered: answered.catch(() => "ended"), signal: begun()!.context.signal, close };
    };
    const [cancelled, other] = await Promise.all([calling(`${kind} a`), calling(`${kind} b`)]);
    cancelled.controller.abort();
    await until(() => cancelled.signal.aborted);
    expect(await cancelled.answered).toBe("ended");
    expect(other.signal.aborted).toBe(false);
    await Promise.all([cancelled.close(), other.close()]);
    await until(() => other.signal.aborted);
  });

  it("sends its token if one is required", async () => {
    const { url, drain } = await serve({}, { token: "secret" });
    const { client, close } = await httpClient(kind, url, { authorization: "Bearer secret" });
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining([...discoverNames]),
    );
    await close();
    await expect(httpClient(kind, url)).rejects.toThrow();
    await drain(100);
  });

  it("sees no hidden tools", async () => {
    const { url, caller, drain } = await serve({ surface: "curated", selection: { tags: ["pages"] } });
    const { client, call, close } = await httpClient(kind, url);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["search_tools", "describe_tool", "execute_write"]);
    for (const name of [
      "get_incident",
      "get_a_fire_hydrant_incident",
      "declare_incident",
      "execute_read",
      "execute_delete",
    ]) {
      await expect(call(name, { incident_id: "1" })).rejects.toMatchObject({ code: -32602 });
    }
    expect(
      await call("execute_write", { tool: "resolve_incident", arguments: { incident_id: "1" } }),
    ).toMatchObject({ isError: true });
    expect((await client.listResourceTemplates()).resourceTemplates).toEqual([]);
    await expect(client.readResource({ uri: "firehydrant://incidents/1" })).rejects.toThrow();
    expect(JSON.stringify(await client.readResource({ uri: "standpipe://catalog" }))).not.toMatch(
      /incident`/,
    );
    expect(caller.calls).toEqual([]);
    await close();
    await drain(100);
  });
});

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

it("answers of two clients with the same ids do not mix", async () => {
  const { url, drain } = await serve();
  const clients = await Promise.all([...clientKinds, ...clientKinds].map((kind) => httpClient(kind, url)));
  const rounds = Array.from({ length: 40 }, (_, round) =>
    clients.map(async ({ call }, who) => {
      const incident_id = `${who}-${round}`;
      const { text } = await call("get_incident", { incident_id });
      expect(JSON.parse(text).args).toEqual({ incident_id });
    }),
  );
  await Promise.all(rounds.flat());
  const raw = Array.from({ length: 40 }, async (_, round) => {
    const reply = await send(
      url,
      jsonHeaders,
      call("create_page", { team: `${round}`, wait_ms: (40 - round) * 2 }, 1),
    );
    expect(JSON.parse(JSON.parse(reply.text).result.content[0].text).args.team).toBe(`${round}`);
  });
  await Promise.all(raw);
  await Promise.all(clients.map(({ close }) => close()));
  await drain(100);
});

describe("shutdown", () => {
  it("lets running calls finish and accepts no more", async () => {
    const { url, caller, drain } = await serve();
    const lasting = send(url, jsonHeaders, call("create_page", { team: "x", wait_ms: 300 }));
    await until(() => caller.calls.length === 1);
    const drained = drain(5_000);
    await expect(send(url, jsonHeaders, rpc("tools/list"))).rejects.toThrow();
    expect(JSON.parse((await lasting).text).result.content[0].text).toMatch(/create_page/);
    await drained;
  });

  it("stops calls that do not finish", async () => {
    const { url, caller, drain } = await serve();
    const lasting = send(url, jsonHeaders, call("create_page", { team: "x", wait_ms: 60_000 })).catch(
      () => "cut",
    );
    await until(() => caller.calls.length === 1);
    await drain(50);
    expect(await lasting).toBe("cut");
    await until(() => caller.calls[0]!.context.signal.aborted);
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("It didn't happen.");
}
