import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testAdminToken } from "../gateway/kit/requests.js";
import { signIn } from "../gateway/kit/page-session.js";
import {
  oddBodies,
  oddForms,
  oddHeaders,
  oddMessages,
  oddPaths,
  oddRequests,
  sendRaw,
} from "./kit/odd-requests.js";
import { startTarget, startWatched, type Target, type Watched } from "./kit/target.js";

/* Odd requests to the bundle's programs. None may end a process, or be answered as an unexpected error. */

let target: Target;
let served: Watched;
let sandbox: Watched;
let path: string;
let id: string;
let cookie: string;
let csrf: string;
beforeAll(async () => {
  target = await startTarget();
  const made = await target.makeServer();
  [path, id] = [new URL(made.url).pathname, made.id];
  [served, sandbox, { cookie, csrf }] = await Promise.all([
    startWatched(target, ["serve", "--http", "--port", "0", "--base-url", target.upstream.url], {
      FIREHYDRANT_API_KEY: target.key,
    }),
    startWatched(target, ["sandbox", "--port", "0"]),
    signIn(target.gateway.url),
  ]);
});
afterAll(async () => {
  await Promise.all([served?.stop(), sandbox?.stop()]);
  await target?.stop();
});

interface Sent {
  readonly what: string;
  readonly send: () => Promise<number>;
}

/** Sends eight requests at a time. Returns those that were answered with a failure. */
async function failuresOf(all: readonly Sent[]): Promise<string[]> {
  const [waiting, failures] = [[...all], [] as string[]];
  async function sendNext(): Promise<void> {
    const next = waiting.shift();
    if (!next) return;
    const status = await next.send();
    if (status >= 500) failures.push(`${next.what}: ${status}`);
    await sendNext();
  }
  await Promise.all(Array.from({ length: 8 }, sendNext));
  console.log(`${all.length} odd requests, ${failures.length} answered with a failure`);
  return failures;
}

/** A request, of whose answer the beginning is enough. */
function ask(url: string, method: string, headers: Record<string, string>, body?: string): Sent {
  const leave = new AbortController();
  return {
    what: `${method} ${url.slice(0, 120)} ${JSON.stringify(headers).slice(0, 80)} ${body?.slice(0, 80)}`,
    async send() {
      const options = { method, headers, redirect: "manual", signal: leave.signal } as const;
      const { status } = await fetch(url, { ...options, ...(method === "GET" ? {} : { body }) });
      leave.abort();
      return status;
    },
  };
}

const json = { "content-type": "application/json" };

describe("odd requests", () => {
  it("to paths like a server URL's", async () => {
    const { url } = target.gateway;
    const message = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" });
    const methods = ["GET", "POST", "DELETE", "OPTIONS", "HEAD", "PROPFIND"];
    const all = oddPaths(path.replace("/mcp/", ""), id).flatMap((odd) =>
      methods.flatMap((method) =>
        ["text/html", "application/json, text/event-stream"].map((accept): Sent => {
          const body = method === "POST" ? message : "";
          const headers = `Host: ${new URL(url).host}\r\ncontent-type: application/json\r\naccept: ${accept}`;
          const end = `content-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`;
          const request = `${method} ${odd} HTTP/1.1\r\n${headers}\r\n${end}`;
          return { what: `${method} ${odd.slice(0, 60)} ${accept}`, send: () => sendRaw(url, request) };
        }),
      ),
    );
    expect(await failuresOf(all)).toEqual([]);
  });

  it("in HTTP itself", async () => {
    const all = Object.entries(oddRequests).flatMap(([what, text]) =>
      [
        { url: target.gateway.url, at: path },
        { url: served.url, at: "/mcp" },
        { url: sandbox.url, at: "/v1/incidents" },
      ].map(({ url, at }): Sent => {
        const request = text.replaceAll("HOST", new URL(url).host).replace("PATH", at);
        return { what: `${what} at ${at}`, send: () => sendRaw(url, request) };
      }),
    );
    // 505 is HTTP's own answer to a version that is not served.
    expect((await failuresOf(all)).filter((one) => !one.endsWith(": 505"))).toEqual([]);
  });

  it("to the management API", async () => {
    const { url } = target.gateway;
    const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as {
      paths: Record<string, object>;
    };
    const headers = { ...json, authorization: `Bearer ${testAdminToken}` };
    const ids = ["x", "__proto__", "%00", "%ff", "..%2f", id, target.account];
    const queries = ["", "?limit=-1", "?cursor=%00", "?since=9999999-01-01", "?name=%25"];
    const all = Object.entries(paths).flatMap(([route, methods]) => {
      // Every route gets every id, every query and every body, but not all of them with each other.
      const at = (turn: number) =>
        url + route.replace("{id}", target.account).replace(/\{\w+\}/g, ids[turn % ids.length]!);
      const changing = Object.keys(methods).filter((method) => /^(?:post|patch|put)$/.test(method));
      return [
        ...ids.map((_, turn) => ask(at(turn) + queries[turn % queries.length]!, "GET", headers)),
        ...changing.flatMap((method) =>
          oddBodies.map((body, turn) => ask(at(turn), method.toUpperCase(), headers, body)),
        ),
      ];
    });
    expect(await failuresOf(all)).toEqual([]);
  });

  it("in MCP, alone and in batches", async () => {
    const accept = "application/json, text/event-stream";
    // Every message has all headers and all forms, but each form only two of the headers.
    const all = oddMessages.flatMap((message, turn) =>
      oddHeaders.flatMap((headers, at) => {
        const form = [message, [message], [message, message]][(turn + at) % 3];
        return [target.gateway.url + path, `${served.url}/mcp`].map((url) =>
          ask(url, "POST", { ...json, accept, ...headers }, JSON.stringify(form)),
        );
      }),
    );
    expect(await failuresOf(all)).toEqual([]);
  });

  it("to the sandbox and its control", async () => {
    const routes = [
      ...["state", "calls", "chaos", "rate-limit", "acknowledge", "signal", "x"].map(
        (one) => `/__control/${one}`,
      ),
      ...["/v1/incidents", "/v1/incidents/__proto__", "/v1/teams/%00", "/v1/incidents?page=1e400", "/"],
    ];
    const headers = { authorization: "Bearer fhb-practice" };
    const all = routes.flatMap((route) => [
      ...oddBodies.map((body) => ask(sandbox.url + route, "POST", { ...headers, ...json }, body)),
      ...oddForms.map(([type, body]) =>
        ask(sandbox.url + route, "POST", { ...headers, "content-type": type }, body),
      ),
      ask(sandbox.url + route, "GET", headers),
    ]);
    expect(await failuresOf(all)).toEqual([]);
  });

  it("to the page, with forms of any type", async () => {
    const { url } = target.gateway;
    const pages = ["/sign-in", "/accounts/new", `/accounts/${target.account}/edit`, "/tokens/new"];
    const values = ["\u0000", "\ud800", "__proto__", "A\r\nset-cookie: x=1", "//evil.example", "1e400", "("];
    const names = [
      "name",
      "person",
      "next",
      "api_key",
      "methods",
      "allow",
      "confirm",
      "expires_on",
      "redact",
    ];
    const type = "application/x-www-form-urlencoded";
    const all = pages.flatMap((page) => [
      ...oddForms.map(([given, body]) => ask(url + page, "POST", { cookie, "content-type": given }, body)),
      ...names.flatMap((name) =>
        values.map((value) => {
          const body = new URLSearchParams({
            csrf,
            name: "x",
            person: "A",
            token: testAdminToken,
            [name]: value,
          });
          return ask(url + page, "POST", { cookie, "content-type": type }, body.toString());
        }),
      ),
    ]);
    expect(await failuresOf(all)).toEqual([]);
  });
});
