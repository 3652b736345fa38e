import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Client as FirstClient } from "@modelcontextprotocol/sdk/client/index.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readLog } from "../../gateway/audit/read-log.js";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import {
  makeAccount,
  makeServer,
  startTestGateway,
  testAdminToken,
  type TestGateway,
} from "../gateway/kit/gateway.js";
import {
  installedProxies,
  makeProxyPlace,
  proxyNames,
  type ProxyPlace,
  type RunningProxy,
} from "./kit/proxies.js";

/* The configurations in docs/proxies.md in front of a real gateway. */

const installed = await installedProxies();

describe.each(proxyNames)("the configuration for %s", (name) => {
  let place: ProxyPlace;
  let gateway: TestGateway;
  let stub: ApiStub;
  let token: string;
  let proxy: RunningProxy;

  beforeAll(async () => {
    if (!installed.has(name)) return;
    [place, stub] = await Promise.all([makeProxyPlace(name), startApiStub()]);
    gateway = await startTestGateway({
      settings: { baseUrls: [stub.url], trustedProxies: ["127.0.0.1"], publicUrl: place.url },
    });
    ({ token } = await makeServer(gateway, await makeAccount(gateway, stub.url), { surface: "full" }));
  });
  afterEach(() => proxy?.stop());
  afterAll(async () => {
    await gateway?.stop();
    await stub?.close();
    await place?.remove();
  });

  it.runIf(installed.has(name))(
    "forwards calls and streams, forwards the client's address, and logs no token",
    async () => {
      proxy = await place.start(gateway.url);
      const { fetch, url } = place;
      const client = new Client({ name: "test", version: "1" });
      await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp/${token}`), { fetch }));
      const result = await client.callTool({ name: "list_teams", arguments: {} });
      expect(result.isError).toBeFalsy();
      await client.close();

      const old = new FirstClient({ name: "test", version: "1" });
      await old.connect(
        new SSEClientTransport(new URL(`${url}/sse/${token}`), { fetch, eventSourceInit: { fetch } }),
      );
      expect((await old.listTools()).tools.length).toBeGreaterThan(20);
      await old.close();

      const { result: entries } = await readLog(gateway.gateway.core, { tool: "list_teams" });
      expect(entries[0]).toMatchObject({ outcome: "ok", address: "127.0.0.1" });
      expect(await proxy.logged()).not.toContain(token);
    },
  );

  /* Each protection alone: what the page's block says, and the header with which the gateway asks nginx not to buffer. */
  const blocks: Readonly<Record<string, (config: string) => string>> =
    name === "nginx"
      ? {
          "if it ignores the gateway's header": (config) =>
            config.replace("location / {", "location / {\n proxy_ignore_headers X-Accel-Buffering;"),
          "without its line proxy_buffering": (config) => config.replace("proxy_buffering off;", ""),
        }
      : { "as it is": (config) => config };
  it.runIf(installed.has(name)).each(Object.entries(blocks))(
    "forwards each event of a stream when it is sent, %s",
    async (_how, change) => {
      proxy = await place.start(gateway.url, change);
      const tail = await readEvents(place, "/log/tail", {
        headers: { authorization: `Bearer ${testAdminToken}` },
      });
      await tail.until("event: position");
      const stream = await readEvents(place, `/sse/${token}`);
      await stream.until("event: endpoint");

      let answer = () => {};
      stub.held = new Promise((resolve) => (answer = resolve));
      const called = await readEvents(place, `/mcp/${token}`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
        body: JSON.stringify({
          jsonrpc: "2.0",
          id: 1,
          method: "tools/call",
          params: { name: "list_services", arguments: {}, _meta: { progressToken: 1 } },
        }),
      });
      await called.until("notifications/progress");
      answer();
      await called.until('"id":1');
      await tail.until('"tool":"list_services"');
      for (const events of [tail, stream, called]) await events.close();
    },
  );
});

/** Reads a stream through a proxy, as it comes. */
async function readEvents({ url, fetch }: ProxyPlace, path: string, init: RequestInit = {}) {
  const gone = new AbortController();
  const response = await fetch(url + path, { ...init, signal: gone.signal });
  const reader = response.body!.getReader();
  let text = "";
  return {
    /** Waits for a text. A stream that ends before is a fault. */
    async until(wanted: string) {
      while (!text.includes(wanted)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`${path} ended without ${wanted}: ${text.slice(0, 500)}`);
        text += Buffer.from(value).toString();
      }
    },
    close: async () => gone.abort(),
  };
}
