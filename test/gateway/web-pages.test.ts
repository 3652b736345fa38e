import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../gateway/app.js";
import { ownPaths } from "../../gateway/ops/public-path.js";
import { createOwnKeyDesk } from "../../gateway/own-keys/desk.js";
import { createRooms } from "../../gateway/ops/rooms.js";
import { mountPage } from "../../gateway/page/page.js";
import { readSettings } from "../../gateway/settings.js";
import { createAccess } from "../../gateway/serve/access.js";
import { createPlayground } from "../../gateway/serve/playground.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import {
  makeAccount,
  makeServer,
  startTestGateway,
  type MadeServer,
  type TestGateway,
} from "./kit/gateway.js";

/* Web pages of origins that the operator allows may use server URLs, and nothing else. */

const page = "https://app.example.com";
let on: TestGateway;
let stub: ApiStub;
let server: MadeServer;
let signedIn: MadeServer;
beforeAll(async () => {
  stub = await startApiStub();
  const oauth = { ...readSettings({}).oauth, issuers: ["https://login.example.com"] };
  const settings = { baseUrls: [stub.url], allowedOrigins: [page], oauth };
  on = await startTestGateway({ settings, mounts: [mountPage] });
  const account = await makeAccount(on, stub.url);
  server = await makeServer(on, account);
  signedIn = await makeServer(on, account, { oauth: { scopes: { read: {} } } });
});
afterAll(async () => {
  await on.stop();
  await stub.close();
});

const preflight = {
  "access-control-request-method": "POST",
  "access-control-request-headers": "content-type",
};

/** fetch of Node sends Origin as it is given. */
async function ask(path: string, method: string, headers: Record<string, string>) {
  const gone = new AbortController();
  const response = await fetch(on.url + path, { method, headers, signal: gone.signal });
  const answer = { status: response.status, headers: response.headers };
  gone.abort();
  return answer;
}

const shown = (headers: Headers) => headers.get("access-control-allow-origin");

describe("a page of an allowed origin", () => {
  const places: Record<string, readonly [method: string, path: () => string, status: number]> = {
    "a server URL": ["POST", () => `/mcp/${server.token}`, 415],
    "a server URL with a slash": ["POST", () => `/mcp/${server.token}/`, 415],
    "a server URL that does not exist": ["POST", () => "/mcp/sp_none", 404],
    "a server URL that wants a sign-in": ["POST", () => `/mcp/${signedIn.id}/${signedIn.token}`, 401],
    "its metadata": ["GET", () => `/.well-known/oauth-protected-resource/mcp/${signedIn.id}`, 200],
    "a stream": ["GET", () => `/sse/${server.token}`, 200],
    "a message to a stream": ["POST", () => "/sse/messages?sessionId=none", 404],
  };

  it.each(Object.entries(places))("may ask before it uses %s, and reads the answer", async (_, place) => {
    const [method, pathOf, status] = place;
    const path = pathOf();
    const before = await ask(path, "OPTIONS", { origin: page, ...preflight });
    expect(before.status).toBe(204);
    expect(shown(before.headers)).toBe(page);
    expect(before.headers.get("access-control-allow-headers")).toBe("content-type");
    const { status: answered, headers } = await ask(path, method, { origin: page });
    expect(answered).toBe(status);
    expect(shown(headers)).toBe(page);
    expect(headers.get("vary")).toBe("Origin");
    expect(headers.get("access-control-expose-headers")).toContain("www-authenticate");
  });

  it.each([
    "/",
    "/sign-in",
    "/integrated-account",
    "/servers",
    "/api-tokens",
    "/log",
    "/openapi.json",
    "/metrics",
  ])("is refused at %s", async (path) => {
    for (const [method, more] of [
      ["OPTIONS", preflight],
      ["GET", {}],
    ] as const) {
      const { status, headers } = await ask(path, method, { origin: page, ...more });
      expect([status, shown(headers)]).toEqual([403, null]);
    }
  });
});

it.each(["https://evil.example.com", "http://localhost:3000", "null"])(
  "a page of %s is refused everywhere",
  async (origin) => {
    for (const method of ["OPTIONS", "POST"]) {
      const { status, headers } = await ask(`/mcp/${server.token}`, method, { origin, ...preflight });
      expect([status, shown(headers)]).toEqual([403, null]);
    }
  },
);

it("a stream of an old client is neither buffered nor kept, and its connection is closed if the client asks", async () => {
  const { status, headers } = await ask(`/sse/${server.token}`, "GET", { connection: "close" });
  expect(status).toBe(200);
  expect(headers.get("x-accel-buffering")).toBe("no");
  expect(headers.get("cache-control")).toContain("no-store");
  expect(headers.get("connection")).toBe("close");
});

describe("settings", () => {
  it.each(["https://app.example.com/", "app.example.com", "*", "null"])(
    "take no %s for an origin",
    (given) => {
      expect(() => readSettings({ STANDPIPE_ALLOWED_ORIGINS: given })).toThrow("STANDPIPE_ALLOWED_ORIGINS");
    },
  );

  it.each(["mcp", "tools", "sign-in"])("take no public URL below /%s", (name) => {
    const given = { STANDPIPE_PUBLIC_URL: `https://example.com/${name}/x` };
    expect(() => readSettings(given)).toThrow("STANDPIPE_PUBLIC_URL");
  });

  it("know every path that the gateway has", () => {
    const { core } = on.gateway;
    const admin = { isOn: true, isToken: () => false, noteUse: () => {} };
    const { strangers } = createRooms(1);
    const app = createApp({
      core,
      admin,
      version: "0",
      access: createAccess(core),
      strangers,
      accountStates: () => [],
      stopping: new AbortController().signal,
      ownKeys: createOwnKeyDesk(core),
      playground: createPlayground(core, { use: () => Promise.reject(new Error("unused")) }),
      report: () => {},
      mounts: [mountPage],
    });
    const first = app.routes.map(({ path }) => path.split("/")[1]!).filter((name) => /^[\w.-]+$/.test(name));
    expect(first.length).toBeGreaterThan(20);
    expect(first.filter((name) => !ownPaths.has(name))).toEqual([]);
  });
});
