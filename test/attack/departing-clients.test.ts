import { connect } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { call, rpc as rpcOver, testAdminToken, type MadeServer } from "../gateway/kit/requests.js";
import { depart, departures, type RawRequest } from "./kit/departing.js";
import { startTarget, startWatched, type Target } from "./kit/target.js";

/* Clients that disconnect at any moment, or do not read. An error of one response must not stop the process. */

const MIB = 1024 * 1024;
const [DEPARTURES, AT_ONCE, SEED] = [150, 20, 13];

let target: Target;
let server: MadeServer;
beforeAll(async () => void (target = await startTarget()), 120_000);
afterAll(() => target?.stop());
beforeEach(async () => {
  target.upstream.reply = () => ({ body: "{}" });
  server = await target.makeServer();
});

const json = { "content-type": "application/json", accept: "application/json, text/event-stream" };

function rpc(path: string, method: string, params: object = {}, headers: object = {}): RawRequest {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  return { method: "POST", path, headers: { ...json, ...headers }, body };
}

/** All ways to call a server, at this path. */
function callsAt(path: string): RawRequest[] {
  const era = "2026-07-28";
  const meta = {
    "io.modelcontextprotocol/protocolVersion": era,
    "io.modelcontextprotocol/clientInfo": { name: "leaver", version: "1" },
    "io.modelcontextprotocol/clientCapabilities": {},
  };
  const _meta = { progressToken: 1 };
  const listen = { "mcp-protocol-version": era, "mcp-method": "subscriptions/listen" };
  return [
    rpc(path, "tools/list"),
    rpc(path, "tools/call", { name: "list_incidents", arguments: {}, _meta }),
    rpc(path, "tools/call", { name: "create_incident", arguments: { name: "x" }, _meta }),
    rpc(path, "tools/call", { name: "search_tools", arguments: { query: "page" } }),
    rpc(path, "resources/list"),
    rpc(path, "subscriptions/listen", { notifications: { toolsListChanged: true }, _meta: meta }, listen),
  ];
}

/** Has many clients leave, some at once. */
async function leave(url: string, requests: readonly RawRequest[]): Promise<void> {
  const waiting = departures(requests, DEPARTURES, SEED);
  const leaver = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await depart(url, next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, leaver));
}

/** The API answers each call after another short time, so that clients leave before, while and after it does. */
function answerSlowly(): void {
  let calls = 0;
  target.upstream.reply = async () => {
    await new Promise((resolve) => setTimeout(resolve, (calls += 7) % 50));
    return { body: JSON.stringify({ data: [{ id: "a", name: "b".repeat(2_000) }] }) };
  };
}

async function expectAlive(): Promise<void> {
  const { child, logged } = target.gateway;
  expect([child.exitCode, child.signalCode], logged().slice(-2_000)).toEqual([null, null]);
  target.upstream.reply = () => ({ status: 201, body: '{"id":"made"}' });
  const { url } = await target.makeServer();
  const { isOk, text } = await call(url, "create_incident", { name: "after" });
  expect(isOk, text).toBe(true);
}

/** A stream of HTTP+SSE whose client stops reading after it has greeted the gateway. */
async function unreadStream() {
  const { hostname, port, pathname } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  socket.write(`GET ${pathname.replace("/mcp/", "/sse/")} HTTP/1.1\r\nhost: ${hostname}\r\n\r\n`);
  const path = await new Promise<string>((resolve) => {
    let text = "";
    socket.on("data", (part) => {
      text += String(part);
      const found = /data: (\S+sessionId=\S+)/.exec(text);
      if (found) resolve(found[1]!);
    });
  });
  socket.pause();
  const post = async (id: number, method: string, params: object) => {
    const body = JSON.stringify({ jsonrpc: "2.0", id, method, params });
    const answer = await fetch(new URL(path, server.url), { method: "POST", headers: json, body });
    return { status: answer.status, text: await answer.text() };
  };
  const initialize = {
    protocolVersion: "2024-11-05",
    capabilities: {},
    clientInfo: { name: "a", version: "1" },
  };
  await post(0, "initialize", initialize);
  return { socket, post };
}

it("an answer for a stream that ended while its client did not read stops nothing", async () => {
  const { socket, post } = await unreadStream();
  for (let id = 1; id <= 25; id += 1) expect((await post(id, "tools/list", {})).status).toBe(202);

  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  target.upstream.reply = () => held.then(() => ({ status: 201, body: '{"id":"late"}' }));
  const before = target.upstream.sent.length;
  await post(100, "tools/call", { name: "create_incident", arguments: { name: "x" } });
  await expect.poll(() => target.upstream.sent.length, { timeout: 20_000 }).toBeGreaterThan(before);
  const { id } = server;
  await target.gateway.ask("DELETE", `/integrated-account/${target.account}/mcp/${id}`);
  const ended = async () => (await post(101, "ping", {})).text;
  await expect.poll(ended, { timeout: 20_000 }).toContain("This process has no such stream");
  answer();
  const entries = async () =>
    (await target.gateway.ask<{ result: { outcome: string }[] }>("GET", `/log?server_id=${id}&kind=call`))
      .body.result;
  await expect.poll(async () => (await entries())[0]?.outcome, { timeout: 20_000 }).toBe("ok");
  // The answer is dropped. Writing it would be an error, which the gateway reports.
  expect(target.gateway.logged()).not.toContain("write after end");
  await expectAlive();
  socket.destroy();
});

it("a stream ends once more than 32 MiB wait in it, because its client does not read", async () => {
  const { socket, post } = await unreadStream();
  const { text } = await rpcOver(server.url, "tools/list", {});
  const waits = text.length;
  const [least, most] = [Math.floor((32 * MIB) / waits), Math.ceil((64 * MIB) / waits)];
  let taken = 0;
  for (; taken < most; taken += 1) if ((await post(taken + 1, "tools/list", {})).status !== 202) break;
  expect(taken).toBeGreaterThan(least);
  expect(taken).toBeLessThan(most);
  expect((await post(0, "ping", {})).text).toContain("This process has no such stream");
  await expectAlive();
  socket.destroy();
});

it("a promise that fails and that nothing handles is logged, and stops nothing", async () => {
  const stray = pathToFileURL(join(import.meta.dirname, "kit/stray-rejection.mjs")).href;
  const gateway = await target.bundle.start("stray", { NODE_OPTIONS: `--import=${stray}` });
  gateway.child.kill("SIGUSR2");
  await expect.poll(gateway.logged, { timeout: 20_000 }).toContain("a stray rejection");
  expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
  expect(await gateway.stop()).toBe(0);
});

describe(`${DEPARTURES} clients that leave at random moments stop nothing:`, () => {
  it("the gateway", async () => {
    answerSlowly();
    const path = new URL(server.url).pathname;
    const body = new URLSearchParams({ person: "Ada", token: testAdminToken });
    const signedIn = await fetch(`${target.gateway.url}/sign-in`, {
      method: "POST",
      body,
      redirect: "manual",
    });
    const cookie = signedIn.headers.getSetCookie()[0]!.split(";", 1)[0]!;
    const headers = { authorization: `Bearer ${testAdminToken}` };
    const read = [
      "/servers",
      "/integrated-account",
      "/log",
      "/log/export",
      "/log/tail",
      "/metrics",
      "/usage",
      "/openapi.json",
    ];
    const pages = [
      "/",
      "/feed",
      "/server-urls",
      "/audit",
      "/tools",
      "/playground",
      "/approvals",
      "/accounts/new",
    ];
    await leave(target.gateway.url, [
      ...callsAt(path),
      ...read.map((to) => ({ method: "GET", path: to, headers })),
      ...pages.map((to) => ({ method: "GET", path: to, headers: { cookie, accept: "text/html" } })),
      { method: "GET", path: path.replace("/mcp/", "/sse/") },
      { method: "GET", path: path.replace("/mcp/", "/sse/") },
      { method: "POST", path: "/integrated-account", headers: { ...headers, ...json }, body: '{"name":"x"}' },
      { method: "GET", path: "/healthz" },
      { method: "GET", path: "/readyz" },
    ]);
    await expectAlive();
  });

  it("serve --http", async () => {
    answerSlowly();
    const args = ["serve", "--http", "--port", "0", "--base-url", target.upstream.url];
    const served = await startWatched(target, args, { FIREHYDRANT_API_KEY: target.key });
    await leave(served.url, callsAt("/mcp"));
    expect((await fetch(`${served.url}/healthz`)).status).toBe(200);
    await served.stop();
  });

  it("the sandbox", async () => {
    const sandbox = await startWatched(target, ["sandbox", "--port", "0"]);
    const headers = { authorization: "Bearer fhb-any" };
    // So that each client leaves before or during a real answer, and not a 429.
    const limit = { method: "POST", headers: json, body: '{"enabled":false}' };
    expect((await fetch(`${sandbox.url}/__control/rate-limit`, limit)).status).toBe(200);
    const paths = ["/v1/incidents", "/v1/teams", "/v1/ping", "/"];
    const sent = { method: "POST", headers: { ...headers, ...json }, body: '{"name":"x"}' };
    await leave(sandbox.url, [
      ...paths.map((path) => ({ method: "GET", path, headers })),
      ...paths.map((path) => ({ ...sent, path })),
    ]);
    expect((await fetch(`${sandbox.url}/v1/ping`, { headers })).status).toBe(200);
    await sandbox.stop();
  });
});
