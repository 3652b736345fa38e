import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../gateway/app.js";
import { createOwnKeyDesk } from "../../../gateway/own-keys/desk.js";
import { createRooms } from "../../../gateway/ops/rooms.js";
import { createAccess } from "../../../gateway/serve/access.js";
import { createPlayground } from "../../../gateway/serve/playground.js";
import { grantRole } from "../../../gateway/identity/role-grants.js";
import { createServiceToken } from "../../../gateway/identity/service-tokens.js";
import { mountPage } from "../../../gateway/page/page.js";
import { mintToken } from "../../../gateway/secrets/token.js";
import { beginSession, endSession, sessionMs } from "../../../gateway/sessions.js";
import { createApiToken } from "../../../gateway/tokens/api-tokens.js";
import { act, adminToken, testGateway, type TestGateway } from "./kit.js";
import { fill } from "./real-data.js";

/** Tries all pages and actions without permission. */
let gateway: TestGateway;
let routes: { readonly method: string; readonly path: string }[];
let before: string;

beforeAll(async () => {
  gateway = await testGateway();
  const { server, approval } = await fill(gateway);
  const { id: token } = await createApiToken(gateway.core, { name: "x" }, act);
  const expires_at = new Date(Date.now() + 3_600_000).toISOString();
  const ci = { name: "CI", role: "viewer", expires_at } as const;
  const { id: service } = await createServiceToken(gateway.core, ci, undefined, act);
  const given = { role: "viewer", holder_kind: "group", holder: "sre" } as const;
  const { id: role } = await grantRole(gateway.core, "https://login.example.com", given, act);
  const ids: Record<string, string> = {
    "/people/:id": `/people/${role}`,
    "/accounts/:id": `/accounts/${gateway.accountId}`,
    ":server": server,
    "/approvals/:id": `/approvals/${approval}`,
    "/ci-tokens/:id": `/ci-tokens/${service}`,
    "/tokens/:id": `/tokens/${token}`,
    ":name": "create_team",
    ":key_id": "own_1",
    "/own-keys/:id": `/own-keys/${gateway.accountId}`,
    "clients/:id": "clients/con_1",
  };
  routes = pageRoutes(gateway).map(({ method, path }) => ({
    method,
    path: Object.entries(ids).reduce((text, [name, id]) => text.replace(name, id), path),
  }));
  before = await everything();
});
afterAll(() => gateway.close());

/** The routes of the page, from the app itself, so that this test covers all of them. */
function pageRoutes({ core }: TestGateway) {
  const access = createAccess(core);
  const admin = { isOn: true, isToken: () => false, noteUse: () => {} };
  const { strangers } = createRooms(1);
  const parts = {
    core,
    admin,
    version: "0",
    access,
    strangers,
    accountStates: () => [],
    stopping: new AbortController().signal,
    ownKeys: createOwnKeyDesk(core),
    playground: createPlayground(core, { use: () => Promise.reject(new Error("unused")) }),
    report: () => {},
  };
  const [bare, whole] = [createApp(parts), createApp({ ...parts, mounts: [mountPage] })];
  const known = new Set(bare.routes.map(({ method, path }) => `${method} ${path}`));
  const isOpen = (path: string) =>
    ["/assets/", "/mcp/"].some((start) => path.startsWith(start)) || ["/sign-in", "/*"].includes(path);
  return whole.routes.filter(
    ({ method, path }) => method !== "ALL" && !known.has(`${method} ${path}`) && !isOpen(path),
  );
}

/** All data that a person could change, from the store. */
async function everything(): Promise<string> {
  const { db } = gateway.core.store;
  const tables = [
    "accounts",
    "servers",
    "tokens",
    "api_tokens",
    "approvals",
    "role_grants",
    "service_tokens",
  ] as const;
  // The page does not change when something was last used.
  const rows = tables.map((name) => db.selectFrom(name).selectAll().orderBy("id").execute());
  return JSON.stringify(await Promise.all(rows), (name, value: unknown) =>
    name === "last_used_at" ? 0 : value,
  );
}

async function ask(
  { method, path }: { method: string; path: string },
  headers: Record<string, string>,
  body?: URLSearchParams,
) {
  const response = await fetch(gateway.url + path, {
    method,
    headers,
    redirect: "manual",
    ...(method === "POST"
      ? { body: body ?? new URLSearchParams({ name: "changed", decision: "approve" }) }
      : {}),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const asCookie = (value: string) => ({ cookie: `standpipe_session=${value}` });

it("finds pages and actions to try", () => {
  expect(routes.filter(({ method }) => method === "GET").length).toBeGreaterThan(12);
  expect(routes.filter(({ method }) => method === "POST").length).toBeGreaterThan(8);
  for (const { path } of routes) expect(path).not.toContain(":");
});

describe("without a valid session", () => {
  it.each<[string, () => Promise<Record<string, string>>]>([
    ["nothing", async () => ({})],
    ["a made-up session", async () => asCookie(mintToken("session"))],
    ["nonsense for a session", async () => asCookie("x")],
    ["a server's token for a session", async () => asCookie(mintToken("server"))],
    ["the admin token for a session", async () => asCookie(adminToken)],
    ["the admin token as a bearer", async () => ({ authorization: `Bearer ${adminToken}` })],
    [
      "a session that was ended",
      async () => {
        const { id, cookie } = await beginSession(gateway.core, "Ada", act);
        await endSession(gateway.core, id, act);
        return asCookie(cookie);
      },
    ],
    [
      "a session that has expired",
      async () => {
        const { cookie } = await beginSession(gateway.core, "Ada", act);
        gateway.pass(sessionMs + 1_000);
        return asCookie(cookie);
      },
    ],
  ])("%s redirects to signing in, from every origin", async (_what, headersOf) => {
    const headers = await headersOf();
    for (const route of routes) {
      const answer = await ask(route, headers);
      expect(answer.status, `${route.method} ${route.path}`).toBe(303);
      expect(answer.headers.get("location")).toMatch(/^\/sign-in(\?next=%2F|$)/);
      expect(answer.text).toBe("");
    }
    expect(await everything()).toBe(before);
  });
});

describe("with a session, but from another origin", () => {
  it.each([
    ["without the form's own secret", () => new URLSearchParams({ name: "changed", decision: "approve" })],
    ["with a guess", () => new URLSearchParams({ csrf: mintToken("session"), decision: "approve" })],
  ])("no action works %s", async (_how, bodyOf) => {
    const { cookie } = await beginSession(gateway.core, "Ada", act);
    for (const route of routes.filter(({ method }) => method === "POST")) {
      const answer = await ask(route, asCookie(cookie), bodyOf());
      expect(answer.status, route.path).toBe(403);
    }
    expect(await everything()).toBe(before);
  });

  it("no action works with the secret of another session", async () => {
    const [mine, theirs] = [
      await beginSession(gateway.core, "Ada", act),
      await beginSession(gateway.core, "Bob", act),
    ];
    for (const route of routes.filter(({ method }) => method === "POST")) {
      const answer = await ask(route, asCookie(mine.cookie), new URLSearchParams({ csrf: theirs.csrf }));
      expect(answer.status, route.path).toBe(403);
    }
    expect(await everything()).toBe(before);
  });
});

/** The pages that show a secret once redirect afterwards. Own keys are for people who signed in at the provider. */
function statusOf(path: string): number {
  if (/\/(url|created)$/.test(path)) return 303;
  return /^\/own-(keys|clients)/.test(path) ? 403 : 200;
}

it("every page may only load, run and be framed by its own origin, and is not cached", async () => {
  const { cookie } = await beginSession(gateway.core, "Ada", act);
  for (const route of [...routes, { method: "GET", path: "/sign-in" }].filter(
    ({ method }) => method === "GET",
  )) {
    const { status, headers, text } = await ask(route, asCookie(cookie));
    expect(status, route.path).toBe(statusOf(route.path));
    const policy = headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(text).not.toMatch(/<script>|<style|\son\w+=|\sstyle=|(src|href)="https?:\/\/(?!127\.0\.0\.1)/);
  }
});

it("an unknown address is a page for a browser, and JSON for a program", async () => {
  const ask = (accept: string) => fetch(`${gateway.url}/no-such-place`, { headers: { accept } });
  const [page, json] = [await ask("text/html,*/*;q=0.8"), await ask("application/json")];
  expect([page.status, json.status]).toEqual([404, 404]);
  expect(await page.text()).toContain("There is no page at this address.");
  expect(await json.json()).toMatchObject({ statusCode: 404, message: "There is nothing here." });
});
