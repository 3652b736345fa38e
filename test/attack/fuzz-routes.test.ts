import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract } from "../all-tools.js";
import { testAdminToken } from "../gateway/kit/requests.js";
import { createJudge, type Judge } from "./kit/judge.js";
import { anyBody, attackOn, form, messages, send, serverBody, type Attack } from "./kit/requests.js";
import { settings } from "./kit/settings.js";
import { startTarget, startWatched, type Target } from "./kit/target.js";

/* Requests to every route of the gateway, of `serve --http` and of the sandbox, hostile in path, query, headers and body. */

let target: Target;
let servers: readonly string[];
let cookie: string;
/** What the forms of the signed-in person's session carry. */
let csrf: string;
beforeAll(async () => {
  target = await startTarget();
  const { url } = target.gateway;
  const made = await target.makeServer();
  servers = [
    new URL(made.url).pathname,
    new URL(made.url).pathname.replace("/mcp/", "/sse/"),
    "/mcp/stp_wrong",
    "/mcp",
    "/sse",
  ];
  const body = new URLSearchParams({ person: "Ada", token: testAdminToken });
  const signedIn = await fetch(`${url}/sign-in`, { method: "POST", body, redirect: "manual" });
  cookie = signedIn.headers.getSetCookie()[0]!.split(";", 1)[0]!;
  const page = await (await fetch(`${url}/tokens/new`, { headers: { cookie } })).text();
  csrf = /name="csrf" value="([^"]+)"/.exec(page)![1]!;
}, 120_000);
afterAll(() => target?.stop());

const allMethods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"];
const pages = [
  "/",
  "/sign-in",
  "/sign-out",
  "/accounts/new",
  "/accounts/:id",
  "/accounts/:id/edit",
  "/accounts/:id/delete",
  "/accounts/:id/servers/new",
  "/accounts/:id/servers/:server",
  "/accounts/:id/servers/:server/desktop",
  "/accounts/:id/servers/:server/edit",
  "/accounts/:id/servers/:server/revoke",
  "/accounts/:id/servers/:server/rotate",
  "/approvals",
  "/approvals/:id",
  "/audit",
  "/own-keys",
  "/own-keys/:id",
  "/own-keys/:id/remove",
  "/tokens",
  "/tokens/:id/revoke",
  "/tokens/new",
  "/tools",
  "/tools/:name",
];

/** Tries requests: none may be answered with a failure, hold up the loop, or reach the API. */
async function attack(
  judge: Judge,
  url: string,
  attacks: fc.Arbitrary<Attack>,
  numRuns: number,
  more: Readonly<Record<string, string>> = {},
): Promise<number[]> {
  const statuses: number[] = [];
  await fc.assert(
    fc.asyncProperty(attacks, async (one) => {
      const what = `${one.method} ${one.path.slice(0, 60)} ${(one.body ?? "").slice(0, 60)}`;
      const status = await judge.try(what, () => send(url, one, more));
      statuses.push(status);
      if (status >= 500 && status !== 503) judge.faults.push(`${what}: ${status}`);
      for (const sent of target.upstream.sent.splice(0))
        judge.left(`${what}: ${sent.method} ${sent.path.slice(0, 80)}`);
    }),
    { ...settings, numRuns },
  );
  return statuses;
}

describe("hostile requests", () => {
  it("to the management API, without its token: none gets in", { timeout: 300_000 }, async () => {
    const judge = createJudge(target.loop);
    const statuses = await attack(
      judge,
      target.gateway.url,
      attackOn(await managed(), allMethods, anyBody),
      80,
    );
    judge.print("management API, as a stranger");
    expect(statuses.filter((status) => status >= 200 && status < 300)).toEqual([]);
    expect(judge.faults).toEqual([]);
  });

  it("to the management API, with its token", { timeout: 300_000 }, async () => {
    const judge = createJudge(target.loop);
    const methods = allMethods.filter((method) => method !== "DELETE");
    await attack(judge, target.gateway.url, attackOn(await managed(), methods, anyBody), 150, {
      authorization: `Bearer ${testAdminToken}`,
    });
    const { id } = await target.makeServer();
    const servers = `/integrated-account/${target.account}/mcp`;
    const own = [servers, `${servers}/${id}`, `${servers}/${id}/rotate`, "/tools"];
    await attack(judge, target.gateway.url, attackOn(own, ["POST", "PATCH", "GET"], serverBody), 100, {
      authorization: `Bearer ${testAdminToken}`,
    });
    judge.print("management API, as the admin");
    expect(judge.faults).toEqual([]);
  });

  it("to the page, with forms", { timeout: 300_000 }, async () => {
    const judge = createJudge(target.loop);
    const type = { "content-type": "application/x-www-form-urlencoded" };
    await attack(judge, target.gateway.url, attackOn(pages, ["GET", "POST"], form), 80, type);
    await attack(
      judge,
      target.gateway.url,
      attackOn(
        pages.filter((path) => path !== "/sign-out"),
        ["GET", "POST"],
        form.map((fields) => `${new URLSearchParams({ csrf }).toString()}&${fields}`),
      ),
      80,
      { ...type, cookie },
    );
    judge.print("page");
    expect(judge.faults).toEqual([]);
  });

  it("to server URLs, with anything but calls", { timeout: 300_000 }, async () => {
    const judge = createJudge(target.loop);
    const routes = [
      ...servers,
      "/sse/messages",
      "/.well-known/oauth-protected-resource/mcp/{id}",
      "/healthz",
      "/readyz",
      "/metrics",
    ];
    await attack(
      judge,
      target.gateway.url,
      attackOn(routes, ["POST", "POST", "POST", "GET", "DELETE", "PUT"], messages),
      150,
      { accept: "application/json, text/event-stream" },
    );
    judge.print("server URLs");
    expect(judge.faults).toEqual([]);
  });

  it("to serve --http", { timeout: 300_000 }, async () => {
    const served = await startWatched(
      target,
      ["serve", "--http", "--port", "0", "--base-url", target.upstream.url],
      { FIREHYDRANT_API_KEY: target.key },
    );
    const judge = createJudge(served.loop);
    try {
      await attack(
        judge,
        served.url,
        attackOn(["/mcp", "/", "/x"], ["POST", "POST", "GET", "DELETE"], messages),
        80,
        { accept: "application/json, text/event-stream" },
      );
      judge.print("serve --http");
      expect(judge.faults).toEqual([]);
    } finally {
      await served.stop();
    }
  });

  it("to the sandbox", { timeout: 300_000 }, async () => {
    const sandbox = await startWatched(target, ["sandbox", "--port", "0"]);
    const judge = createJudge(sandbox.loop);
    const routes = [
      ...Object.keys((contract as { paths: object }).paths),
      "/",
      "/__control/state",
      "/__control/chaos",
      "/__control/signal",
    ];
    try {
      await attack(
        judge,
        sandbox.url,
        attackOn(routes, ["GET", "POST", "PATCH", "PUT", "DELETE"], anyBody),
        150,
        { authorization: "Bearer fhb-sandbox" },
      );
      judge.print("sandbox");
      expect(judge.faults).toEqual([]);
    } finally {
      await sandbox.stop();
    }
  });
});

/** The paths of the management API, by its own document. */
async function managed(): Promise<string[]> {
  const { paths } = (await (await fetch(`${target.gateway.url}/openapi.json`)).json()) as { paths: object };
  return Object.keys(paths);
}
