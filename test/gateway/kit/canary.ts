import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { rpc } from "./gateway.js";

/** Sends a token in every possible place, and returns all answers. */
export async function tryEverywhere(
  url: string,
  token: string,
  ask: (method: string, path: string, body?: unknown) => Promise<{ body: unknown }>,
) {
  const bearer = { authorization: `Bearer ${token}` };
  const texts: string[] = [];
  const fetched = async (path: string, init: RequestInit = {}) => {
    const aborted = AbortSignal.timeout(300);
    const response = await fetch(url + path, { ...init, signal: aborted }).catch(() => undefined);
    if (!response) return;
    for (const name of ["referrer-policy", "cache-control"])
      expect(response.headers.get(name), path).toMatch(/no-referrer|no-store/);
    texts.push(JSON.stringify([...response.headers]), await response.text().catch(() => ""));
  };
  const json = { method: "POST", headers: { "content-type": "application/json" } };
  for (const path of [
    "/mcp",
    "/mcp/",
    "/sse",
    "/page",
    "/mcpx/",
    "/integrated-account",
    "/log",
    "/api-tokens",
    "/metrics",
    "/healthz",
    "/",
  ]) {
    await fetched(`${path}/${token}`);
    await fetched(`${path}?token=${token}`);
    // The admin token works as usual.
    if (!token.startsWith("spm_")) await fetched(path, { headers: bearer });
    await fetched(path, {
      headers: {
        authorization: `Basic ${token}`,
        "x-request-id": token,
        "user-agent": token,
        referer: `${url}/mcp/${token}`,
      },
    });
    await fetched(`${path}/${token}`, { ...json, body: `{"${token}` });
    await fetched(`${path}/${token}`, { method: "DELETE" });
  }
  await fetched(`/mcp/${token}`, { method: "GET", headers: { accept: "text/event-stream" } });
  await fetched(`/mcp/${token}`, { method: "PUT", body: token });
  await fetched("/sse/messages?sessionId=" + token, { ...json, body: "{}" });
  await rpc(`${url}/mcp/${token}`, "tools/list", {}, { origin: `http://${token}.example.com` });
  const bodies = [
    ask("GET", `/integrated-account/${token}`),
    ask("GET", `/integrated-account/${token}/mcp/${token}`),
    ask("DELETE", `/api-tokens/${token}`),
    ask("GET", `/log?cursor=${token}`),
    ask("GET", `/log?${token}=1`),
    ask("POST", "/api-tokens", { [token]: token }),
    ask("POST", "/api-tokens", { name: "x", integrated_account_id: token }),
    ask("POST", "/integrated-account", { name: "x", api_key: "k", region: token }),
    ask("POST", "/integrated-account", { name: "x", api_key: "k", base_url: `http://${token}` }),
  ];
  texts.push(...(await Promise.all(bodies)).map(({ body }) => JSON.stringify(body)));
  return texts;
}

/** The contents of a store's files, which only their owner may read. */
export async function filesOf(path: string): Promise<string[]> {
  const names = await readdir(path);
  expect(names).toContain("standpipe.db");
  return Promise.all(
    names.map(async (name) => {
      try {
        expect((await stat(join(path, name))).mode & 0o077, name).toBe(0);
        return await readFile(join(path, name), "latin1");
      } catch (error) {
        // SQLite deletes its journal once the last statement is closed.
        if ((error as NodeJS.ErrnoException).code === "ENOENT" && name !== "standpipe.db") return "";
        throw error;
      }
    }),
  );
}

export async function dumpOf(url: string): Promise<string> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const tables: unknown[] = [];
  for (const { name } of rows) tables.push((await client.query(`select * from "${name}"`)).rows);
  await client.end();
  return JSON.stringify(tables);
}

/** Signs in, with mistakes, and opens every page. Returns the contents of the pages and the session's secret. */
export async function visitPage(url: string, admin: string, account: string, server: string) {
  const pages: string[] = [];
  const signIn = async (fields: Record<string, string>) => {
    const body = new URLSearchParams(fields);
    const answer = await fetch(`${url}/sign-in`, { method: "POST", body, redirect: "manual" });
    pages.push(await answer.text(), answer.headers.get("location") ?? "");
    return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  };
  expect(await signIn({ person: admin, token: "the wrong way round, but long" })).toBe("");
  expect(await signIn({ person: admin, token: admin })).toBe("");
  const cookie = await signIn({ person: "Ada", token: admin, next: "/audit" });
  const look = async (path: string) => {
    const text = await (await fetch(url + path, { headers: { cookie } })).text();
    pages.push(text);
    return text;
  };
  const waiting = /\/approvals\/apr_\w+/.exec(await look("/approvals"))![0];
  const here = `/accounts/${account}`;
  const rooms = [
    "/",
    "/accounts",
    "/server-urls",
    "/tokens",
    "/tools",
    "/audit",
    waiting,
    `${here}/edit`,
    `${here}?revoked=true`,
  ];
  await look("/feed");
  for (const path of [...rooms, `${here}/servers/${server}`, `${here}/servers/${server}/edit`])
    expect(await look(path), path).toContain("Sign out");
  return { pages, cookie: cookie.split("=")[1]! };
}
