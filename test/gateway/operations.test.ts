import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../gateway/settings.js";
import { call, isBuilt, startTestGateway } from "./kit/gateway.js";
import { freePort } from "../fixtures/free-port.js";
import { on, server, raw } from "./kit/operated.js";

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
      expect(text).toContain("Host or Origin");
    }
    const answer = await raw(path, { host: "pipe.example.com", origin: "https://pipe.example.com" });
    expect(answer.text).not.toContain("Host or Origin");
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
