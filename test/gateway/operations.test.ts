import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createOriginReader } from "../../gateway/ops/proxy.js";
import { readSettings } from "../../gateway/settings.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import {
  call,
  isBuilt,
  makeAccount,
  makeServer,
  rpc,
  startTestGateway,
  type MadeServer,
  type TestGateway,
} from "./kit/gateway.js";
import { freePort } from "./kit/postgres.js";

let on: TestGateway;
let stub: ApiStub;
let server: MadeServer;
beforeAll(async () => {
  stub = await startApiStub();
  const settings = {
    baseUrls: [stub.url],
    allowedHosts: ["pipe.example.com"],
    trustedProxies: ["127.0.0.1"],
    mostRequests: 20,
  };
  on = await startTestGateway({ settings });
  server = await makeServer(on, await makeAccount(on, stub.url));
});
afterAll(async () => {
  await on.stop();
  await stub.close();
});

/** A request whose headers are sent unchanged, including Host. */
function raw(
  path: string,
  headers: Record<string, string>,
  method = "GET",
): Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const sent = request(on.url + path, { method, headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => (text += String(chunk)));
      response.on("end", () => resolve({ status: response.statusCode!, text, headers: response.headers }));
    });
    sent.on("error", reject);
    sent.end();
  });
}

const routes = [
  "/",
  "/healthz",
  "/readyz",
  "/metrics",
  "/openapi.json",
  "/integrated-account",
  "/api-tokens",
  "/log",
  "/mcp",
  "/mcp/x",
  "/sse",
  "/sse/x",
  "/sse/messages",
  "/nothing",
];

/** Health checks may not know the gateway's name. */
const vital = ["/healthz", "/readyz", "/metrics"];

describe("every route", () => {
  it.each(routes)("%s checks Host and Origin, and has its headers", async (path) => {
    const hosts = [{ host: "evil.example.com" }, { host: "pipe.example.com.evil.com" }];
    for (const headers of [
      ...(vital.includes(path) ? [] : hosts),
      { host: "127.0.0.1", origin: "http://evil.example.com" },
      { host: "127.0.0.1", origin: "http://localhost:3000" },
      { host: "127.0.0.1", origin: "null" },
    ]) {
      const { status, text } = await raw(path, headers);
      expect(status, JSON.stringify(headers)).toBe(403);
      expect(JSON.parse(text)).toMatchObject({ statusCode: 403, error: "Forbidden" });
    }
    const answer = await raw(path, { host: "pipe.example.com", origin: "https://pipe.example.com" });
    expect(answer.status).not.toBe(403);
    expect(answer.headers).toMatchObject({
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-request-id": expect.stringMatching(/^req_[0-9a-z]{23}$/),
    });
  });

  it.each(["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])(
    "answers %s without failing",
    async (method) => {
      for (const path of routes) {
        const { status } = await raw(path, {}, method);
        expect(status, `${method} ${path}`).toBeLessThan(500);
      }
    },
  );
});

describe("probes", () => {
  it.each(["10.1.2.3:8808", "[fd00::7]:8808", "10.1.2.3", "standpipe:8808", "standpipe.prod.svc"])(
    "of health that know %s alone are answered",
    async (host) => {
      for (const path of ["/healthz", "/readyz"]) expect((await raw(path, { host })).status, path).toBe(200);
      expect((await raw("/metrics", { host })).status).toBe(401);
      expect((await raw("/openapi.json", { host })).status).toBe(403);
      expect((await raw("/healthz", { host, origin: "http://evil.example.com" })).status).toBe(403);
    },
  );
});

it.each([
  ["1.0", ""],
  ["1.0", "Host: standpipe\r\n"],
  ["1.1", "Host: standpipe\r\nConnection: close\r\n"],
])("a health check by HTTP/%s with %j is answered, and the connection closed", async (version, host) => {
  for (const path of ["/healthz", "/readyz"]) {
    const text = await untilClosed(`GET ${path} HTTP/${version}\r\n${host}\r\n`);
    expect(text, path).toMatch(/^HTTP\/1\.1 200 /);
    expect(text, path).toMatch(/\r\nconnection: close\r\n/i);
  }
});

/** Sends text as it is, and gives all that comes until the connection closes. */
function untilClosed(request: string): Promise<string> {
  const { hostname, port } = new URL(on.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = "";
    socket.on("data", (chunk) => (text += String(chunk)));
    socket.on("close", () => resolve(text));
    socket.on("error", reject);
    socket.write(request);
  });
}

describe("proxies", () => {
  it("that are named tell the client's address, host and protocol", async () => {
    const headers = {
      host: "127.0.0.1",
      "x-forwarded-for": "203.0.113.9, 127.0.0.1",
      "x-forwarded-host": "pipe.example.com",
      "x-forwarded-proto": "https",
    };
    const { body } = await on.ask<MadeServer>(
      "POST",
      `/integrated-account/${server.integrated_account_id}/mcp`,
      { name: "x" },
      {
        ...headers,
        authorization: `Bearer ${on.adminToken}`,
      },
    );
    expect(body.url).toMatch(/^https:\/\/pipe\.example\.com\/mcp\/sp_/);
    const { body: log } = await on.ask<{ result: { address: string }[] }>(
      "GET",
      "/log?action=server.create&limit=1",
    );
    expect(log.result[0]!.address).toBe("203.0.113.9");
    expect((await raw("/log", { ...headers, "x-forwarded-host": "evil.example.com" })).status).toBe(403);
  });

  const asked = (proxies: string[], peer: string, headers: Record<string, string>) =>
    createOriginReader(proxies)({
      headers: { host: "a", ...headers },
      socket: { remoteAddress: peer },
    } as never);

  it.each([
    ["nobody is named", [], "10.0.0.1", "1.2.3.4", "10.0.0.1"],
    ["another is named", ["10.0.0.2"], "10.0.0.1", "1.2.3.4", "10.0.0.1"],
    ["the peer is named", ["10.0.0.1"], "10.0.0.1", "1.2.3.4", "1.2.3.4"],
    ["its network is named", ["10.0.0.0/8"], "10.9.9.9", "1.2.3.4", "1.2.3.4"],
    ["it came over IPv6", ["10.0.0.1"], "::ffff:10.0.0.1", "1.2.3.4", "1.2.3.4"],
    ["it is IPv6", ["fd00::/8"], "fd00::1", "2001:db8::1", "2001:db8::1"],
    ["the client lies in front", ["10.0.0.0/8"], "10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.7", "1.2.3.4"],
    ["all are proxies", ["10.0.0.0/8"], "10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"],
    ["the header is empty", ["10.0.0.1"], "10.0.0.1", "", "10.0.0.1"],
    ["the header is nonsense", ["10.0.0.1"], "10.0.0.1", "<script>", "10.0.0.1"],
    ["there is a port", ["10.0.0.1"], "10.0.0.1", "1.2.3.4:5678", "1.2.3.4"],
  ])("are handled correctly if %s", (_, proxies, peer, forwarded, want) => {
    expect(asked(proxies, peer, { "x-forwarded-for": forwarded }).address).toBe(want);
  });

  it("are required for a forwarded host or protocol", () => {
    const headers = { "x-forwarded-host": "evil", "x-forwarded-proto": "https" };
    expect(asked([], "10.0.0.1", headers)).toMatchObject({ host: "a", protocol: "http" });
    expect(asked(["10.0.0.1"], "10.0.0.1", headers)).toMatchObject({ host: "evil", protocol: "https" });
  });

  it.each(["nonsense", "10.0.0.0/33", "10.0.0.0/x", "fd00::/200", "10.0.0.0/-1"])(
    "cannot be configured as %s",
    (proxy) => {
      expect(() => createOriginReader([proxy])).toThrow("STANDPIPE_TRUSTED_PROXIES");
    },
  );
});

describe("bounds", () => {
  it("turn away what is too much at once, with a time to come back", async () => {
    const accounts = await Promise.all(["A", "B", "C", "D"].map((name) => makeAccount(on, stub.url, name)));
    const urls = await Promise.all(
      [...accounts, ...accounts].map(async (account) => (await makeServer(on, account)).url),
    );
    stub.delayMs = 400;
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => call(urls[at % 8]!, "list_incidents").catch(() => undefined)),
    );
    const health = await raw("/healthz", {});
    stub.delayMs = 0;
    const refused = answers.filter((answer) => answer?.status === 503);
    expect(refused.length).toBeGreaterThanOrEqual(10);
    expect(refused[0]!.headers.get("retry-after")).toBe("1");
    expect(answers.filter((answer) => answer?.status === 200).length).toBeGreaterThanOrEqual(15);
    expect(health.status).toBe(200);
    expect((await call(server.url, "list_incidents")).status).toBe(200);
  });

  it("leave room for others, whatever one server URL or one account takes", async () => {
    const [one, other] = await Promise.all(["One", "Other"].map((name) => makeAccount(on, stub.url, name)));
    const [first, second, third] = await Promise.all(
      [one, one, one, other].map(async (account) => (await makeServer(on, account!)).url),
    );
    const elsewhere = (await makeServer(on, other!)).url;
    let release = () => {};
    stub.held = new Promise((resolve) => (release = resolve));
    stub.arrived.length = 0;
    const [ofFirst, ofSecond, ofThird] = [first, second, third].map((url) =>
      Promise.all(Array.from({ length: 8 }, () => call(url!, "list_incidents"))),
    );
    // Of 20 requests a server URL gets a quarter, and an account half.
    while (stub.arrived.length < 10) await new Promise((resolve) => setTimeout(resolve, 10));
    const free = call(elsewhere, "list_incidents");
    while (stub.arrived.length < 11) await new Promise((resolve) => setTimeout(resolve, 10));
    release();
    stub.held = undefined;
    expect((await free).status).toBe(200);
    const taken = (await Promise.all([ofFirst, ofSecond, ofThird])).map(
      (answers) => answers!.filter(({ status }) => status === 200).length,
    );
    // They arrive in any order.
    expect(Math.max(...taken)).toBe(5);
    expect(taken.reduce((sum, count) => sum + count)).toBe(10);
    expect(stub.arrived).toHaveLength(11);
  });

  it("hold bodies to 1 MB, however they come", async () => {
    const large = "x".repeat(1_100_000);
    expect((await rpc(server.url, "tools/call", { name: large }).catch(() => ({ status: 413 }))).status).toBe(
      413,
    );
    const stream = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 20; part++)
          controller.enqueue(new TextEncoder().encode("x".repeat(100_000)));
        controller.close();
      },
    });
    const chunked = await fetch(`${on.url}/api-tokens`, {
      method: "POST",
      headers: { authorization: `Bearer ${on.adminToken}`, "content-type": "application/json" },
      body: stream,
      duplex: "half",
    }).then(
      ({ status }) => status,
      () => 413,
    );
    expect(chunked).toBe(413);
  });
});

describe("metrics", () => {
  it("count routes, calls and refusals, and no client chooses a label", async () => {
    await call(server.url, "list_incidents");
    await call(server.url, "made_up_tool_name");
    await raw("/made-up-path", {});
    await raw("/mcp/made-up-token", {});
    await raw("/healthz", {}, "MADEUP").catch(() => undefined);
    const { body } = await on.ask<string>("GET", "/metrics");
    const metrics = body;
    expect(metrics).toMatch(
      /standpipe_calls_total\{tool="list_incidents",access="list",outcome="ok",account="acc_\w+"\} [1-9]/,
    );
    expect(metrics).toMatch(
      /standpipe_calls_total\{tool="unknown_tool",access="discover",outcome="unknown_tool",account="acc_\w+"\} [1-9]/,
    );
    expect(metrics).toMatch(/standpipe_refusals_total\{reason="malformed"\} [1-9]/);
    expect(metrics).toMatch(/standpipe_turned_away_total\{reason="host"\} [1-9]/);
    expect(metrics).toMatch(
      /standpipe_http_requests_total\{route="\/mcp\/:token",method="POST",status="200"\} [1-9]/,
    );
    expect(metrics).not.toMatch(/made_|made-|srv_|evil|sp_/i);
    const series = metrics.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    expect(series.length).toBeLessThan(1_000);
  });

  it("can have their own port, without a token", async () => {
    const own = await startTestGateway({ settings: { metricsPort: await freePort() } });
    const response = await fetch(own.gateway.metricsUrl!);
    expect(await response.text()).toContain("standpipe_active_requests 0");
    expect((await fetch(own.gateway.metricsUrl!.replace("/metrics", "/log"))).status).toBe(404);
    await own.stop();
  });
});

describe("health", () => {
  // It makes a part of the process fail.
  it.skipIf(isBuilt)("is separate from readiness", async () => {
    expect(JSON.parse((await raw("/readyz", {})).text)).toEqual({ status: "ready" });
    const { store } = on.gateway.core;
    const ping = store.ping;
    Object.assign(store, { ping: () => Promise.reject(new Error("password=hunter2")) });
    const { status, text, headers } = await raw("/readyz", {});
    Object.assign(store, { ping });
    expect([status, headers["retry-after"]]).toEqual([503, "2"]);
    expect(JSON.parse(text)).toMatchObject({
      statusCode: 503,
      message: "The gateway's store doesn't answer.",
    });
    expect((await raw("/healthz", {})).status).toBe(200);
  });
});

describe("settings", () => {
  it("that are invalid are all reported, without their values", () => {
    const wrong = {
      DATABASE_URL: "mysql://user:hunter2@host",
      STANDPIPE_ADMIN_TOKEN: "hunter2",
      STANDPIPE_PUBLIC_URL: "hunter2",
      STANDPIPE_BASE_URLS: "https://fine.example.com,hunter2",
      STANDPIPE_AUDIT_DAYS: "hunter2",
    };
    let said = "";
    try {
      readSettings(wrong);
    } catch (error) {
      said = (error as Error).message;
    }
    for (const name of Object.keys(wrong)) expect(said).toContain(`${name}: `);
    expect(said).not.toContain("hunter2");
  });

  it("that are empty count as unset", () => {
    expect(readSettings({ DATABASE_URL: "", STANDPIPE_BASE_URLS: "" })).toMatchObject({
      databaseUrl: undefined,
      baseUrls: [],
    });
  });
});

describe("shutdown", () => {
  it("answers running calls, and accepts no new ones", async () => {
    const own = await startTestGateway({ settings: { baseUrls: [stub.url] } });
    const { url } = await makeServer(own, await makeAccount(own, stub.url));
    stub.delayMs = 600;
    stub.arrived.length = 0;
    const underWay = call(url, "create_incident", { name: "x" });
    while (stub.arrived.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const stopped = own.stop();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(rpc(url, "tools/list")).rejects.toThrow();
    expect((await underWay).status).toBe(200);
    stub.delayMs = 0;
    await stopped;
  });

  it("completes while a client holds a stream open", async () => {
    const own = await startTestGateway({ settings: { baseUrls: [stub.url] } });
    const { token } = await makeServer(own, await makeAccount(own, stub.url));
    const stream = await fetch(`${own.url}/sse/${token}`);
    const [, text] = await Promise.all([own.stop(), stream.text()]);
    expect(text, "ended by the gateway, not cut off").toContain("event: endpoint");
  });
});
