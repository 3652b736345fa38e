import { readFileSync } from "node:fs";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { makeBundle, type Bundle, type GatewayProcess } from "../faults/kit.js";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { call, makeAccount, makeServer, testAdminToken, type MadeServer } from "../gateway/kit/requests.js";

/* Strangers, and one server URL that takes all it can get, against the built gateway. Others are still answered. */

let bundle: Bundle;
let gateway: GatewayProcess;
let stub: ApiStub;
let mine: MadeServer;
let others: MadeServer;
let slow: MadeServer;
const sockets = new Set<Socket>();

beforeAll(async () => {
  stub = await startApiStub();
  // Calls of a test wait for each other, but not for the account's pace.
  bundle = await makeBundle(0.05);
  gateway = await bundle.start("strangers", {
    STANDPIPE_BASE_URLS: stub.url,
    STANDPIPE_TRUSTED_PROXIES: "127.0.0.1",
  });
  mine = await makeServer(gateway, await makeAccount(gateway, stub.url, "Mine"));
  others = await makeServer(gateway, await makeAccount(gateway, stub.url, "Others"));
  slow = await makeServer(gateway, await makeAccount(gateway, stub.url, "Slow"));
}, 240_000);
afterAll(async () => {
  hangUp();
  await gateway?.stop();
  await bundle?.remove();
  await stub?.close();
});

/** A request whose body never ends, held open until the test is over. Gives the status that came. */
function slowBody(path: string, headers: Record<string, string> = {}): Promise<string> {
  const { hostname, port, host } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  sockets.add(socket);
  const lines = Object.entries({
    host,
    "content-type": "application/json",
    accept: "application/json, text/event-stream",
    "content-length": "1000",
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST ${path} HTTP/1.1\r\n${lines.join("")}\r\n{`);
  return new Promise((resolve) => {
    socket.once("data", (chunk) => resolve(/^HTTP\/1\.1 (\d+)/.exec(String(chunk))?.[1] ?? ""));
    socket.once("error", () => resolve("error"));
    socket.once("close", () => resolve("closed"));
  });
}

async function metric(name: string): Promise<number> {
  const { body } = await gateway.ask<string>("GET", "/metrics");
  return Number(new RegExp(`^${name} (\\S+)`, "m").exec(String(body))?.[1] ?? 0);
}

/** Calls of tools that were refused because a share was used up. */
async function refusedCalls(): Promise<number> {
  const { body } = await gateway.ask<string>("GET", "/metrics");
  const counts = String(body).matchAll(/^standpipe_calls_total\{.*outcome="busy".*\} (\d+)$/gm);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

const until = async (holds: () => Promise<boolean> | boolean) => {
  for (let tries = 0; tries < 1_000; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("It did not come to hold in time.");
};

const tally = (all: readonly string[]) =>
  Object.fromEntries(
    [...new Set(all)].sort().map((one) => [one, all.filter((other) => other === one).length]),
  );

const hangUp = () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
};

describe("slow bodies without a credential", () => {
  afterEach(hangUp);

  it("take no room: 600 are refused unread, and server URLs, page and API answer", async () => {
    const paths = [
      "/mcp/sp_wrong",
      "/mcp",
      "/sse/messages?sessionId=x",
      "/api-tokens",
      "/integrated-account",
    ];
    const statuses = await Promise.all(Array.from({ length: 600 }, (_, at) => slowBody(paths[at % 5]!)));
    expect(tally(statuses)).toEqual({ "401": 240, "403": 120, "404": 240 });
    expect((await call(mine.url, "list_incidents")).status).toBe(200);
    expect((await gateway.ask("GET", "/integrated-account")).status).toBe(200);
    expect((await fetch(`${gateway.url}/sign-in`)).status).toBe(200);
    expect(await metric("standpipe_active_requests")).toBeLessThan(20);
  });

  it("at the sign-in have a small room, of which one address gets a part", async () => {
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const from = (address: string) => slowBody("/sign-in", { ...form, "x-forwarded-for": address });
    const held = Array.from({ length: 40 }, () => from("203.0.113.7"));
    const refused: string[] = [];
    for (const one of held) void one.then((status) => refused.push(status));
    await until(() => refused.length === 32);
    expect(tally(refused)).toEqual({ "503": 32 });
    const signIn = (address: string) =>
      fetch(`${gateway.url}/sign-in`, {
        method: "POST",
        headers: { "x-forwarded-for": address },
        body: new URLSearchParams({ person: "Ada", token: testAdminToken }),
        redirect: "manual",
      });
    expect((await signIn("203.0.113.7")).status).toBe(503);
    expect((await signIn("203.0.113.8")).status).toBe(303);
    expect((await call(mine.url, "list_incidents")).status).toBe(200);
  });
});

describe("500 bodies of 1 MB", () => {
  afterEach(hangUp);

  /** Megabytes that the process holds in memory. */
  const memory = () =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${gateway.child.pid}/status`, "utf8"))![1]) / 1024;
  const body = JSON.stringify({
    jsonrpc: "2.0",
    id: 1,
    method: "tools/call",
    params: { name: "create_incident", arguments: { name: "x".repeat(1_040_000) } },
  });

  /** Sends all but the last byte, so that all bodies are in memory at the same time. */
  function almost(path: string): Promise<string> {
    const { hostname, port } = new URL(gateway.url);
    return new Promise((resolve) => {
      const headers = { "content-type": "application/json", "content-length": body.length };
      const sent = request({ hostname, port, path, method: "POST", headers }, (response) => {
        response.resume().once("close", () => undefined);
        resolve(String(response.statusCode));
      });
      sent.on("socket", (socket) => sockets.add(socket));
      sent.on("error", () => resolve("closed"));
      sent.write(body.slice(0, -1));
    });
  }

  it.each(["/mcp/sp_wrong", "of a server URL"])(
    "to %s do not take 500 MB",
    { timeout: 120_000 },
    async (path) => {
      const before = memory();
      let most = 0;
      const watch = setInterval(() => (most = Math.max(most, memory())), 20);
      const at = path.startsWith("/") ? path : new URL(mine.url).pathname;
      const statuses = Array.from({ length: 500 }, () => almost(at));
      const seen: string[] = [];
      for (const one of statuses) void one.then((status) => seen.push(status));
      // A server URL may have 16 MB of bodies in memory. What it sends beyond is refused.
      await until(() => seen.length >= (path.startsWith("/") ? 500 : 480));
      expect((await call(others.url, "list_incidents")).status).toBe(200);
      clearInterval(watch);
      console.log(`500 bodies to ${path}: ${Math.round(most - before)} MB more in memory at most`);
      expect(most - before).toBeLessThan(250);
      // A body that is only refused after its time was in memory until then.
      expect(seen.filter((status) => status === "200" || status === "408")).toEqual([]);
    },
  );
});

/* Each takes another of the rooms, so they run at the same time. */
describe.concurrent("one server URL that takes all it can get", () => {
  it("a body that does not end is answered 408 after its time, and leaves its share", async () => {
    const bodies = Array.from({ length: 200 }, () => slowBody(new URL(slow.url).pathname));
    const seen: string[] = [];
    for (const one of bodies) void one.then((status) => seen.push(status));
    // A quarter of 512 requests is what one server URL gets; the others are refused at once.
    await until(() => seen.length === 72);
    expect(tally(seen)).toEqual({ "503": 72 });
    expect((await call(others.url, "list_incidents")).status).toBe(200);
    expect(tally(await Promise.all(bodies))).toEqual({ "408": 128, "503": 72 });
    expect((await call(slow.url, "list_incidents")).status).toBe(200);
  });

  it("600 streams asked for by one server URL leave room for those of another account", async () => {
    const open = async (server: MadeServer) => {
      const gone = new AbortController();
      const answer = await fetch(server.url.replace("/mcp/", "/sse/"), { signal: gone.signal });
      // The answer is kept, because its stream ends once it is collected as garbage.
      return { answer, status: String(answer.status), close: () => gone.abort() };
    };
    const streams: Awaited<ReturnType<typeof open>>[] = [];
    try {
      for (let at = 0; at < 600; at += 50)
        streams.push(...(await Promise.all(Array.from({ length: 50 }, () => open(mine)))));
      expect(tally(streams.map(({ status }) => status))).toEqual({ "200": 128, "503": 472 });
      const other = await open(others);
      streams.push(other);
      expect(other.status).toBe("200");
    } finally {
      for (const { close } of streams) close();
      await until(async () => (await metric("standpipe_sse_streams")) === 0);
    }
  });

  it("each call of a batch counts: 20 batches of 20 get the share of one server URL", async () => {
    let release = () => {};
    stub.held = new Promise((resolve) => (release = resolve));
    stub.arrived.length = 0;
    const before = await refusedCalls();
    const batch = Array.from({ length: 20 }, (_, id) => ({
      jsonrpc: "2.0",
      id,
      method: "tools/call",
      params: { name: "list_incidents", arguments: {} },
    }));
    const answers = Array.from({ length: 20 }, async () => {
      const headers = { "content-type": "application/json", accept: "application/json" };
      const response = await fetch(mine.url, { method: "POST", headers, body: JSON.stringify(batch) });
      return (await response.json()) as { result: { isError?: boolean; content: [{ text: string }] } }[];
    });
    // Nothing is released before each call was taken or refused.
    await until(async () => (await refusedCalls()) >= before + 400 - 128);
    const { status } = await callHeld(others.url);
    expect(status).toBe("under way");
    release();
    stub.held = undefined;
    const results = (await Promise.all(answers)).flat().map(({ result }) => result);
    const busy = results.filter(({ content }) => content[0].text.includes('"busy"'));
    expect(results).toHaveLength(400);
    expect(busy.length).toBe(400 - 128);
  });
});

/** Whether a call reaches the API while its answers are held. */
async function callHeld(url: string): Promise<{ status: string }> {
  const before = stub.arrived.length;
  void call(url, "list_incidents", { query: "from another account" });
  const isThere = () => stub.arrived.some(({ query }) => query.get("query") === "from another account");
  await until(() => isThere() || stub.arrived.length > before + 1_000);
  return { status: isThere() ? "under way" : "refused" };
}
