import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { api } from "../../../generated/firehydrant/index.js";
import { startBuiltGateway } from "./built-gateway.js";
import type { TestClock } from "./clock.js";
import { startGateway, type Gateway, type GatewayOptions } from "../../../gateway/gateway.js";
import type { GeneratedApi } from "../../../runtime/index.js";
import { createLogger } from "../../../gateway/ops/logger.js";
import { readSettings, type Settings } from "../../../gateway/settings.js";
import { defaultStore } from "./stores.js";

/** A gateway with all functions that tests need. */
export interface TestGateway {
  /** Its metrics are read by HTTP, because it may be another process. */
  readonly gateway: Omit<Gateway, "registry">;
  readonly url: string;
  readonly adminToken: string;
  readonly folder: string;
  /** All log lines, unparsed. */
  readonly logged: () => string;
  /** Sends a request to the management API as the admin, unless the headers are others. */
  ask<Body = Record<string, never>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply<Body>>;
  stop(): Promise<void>;
}

export interface Reply<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** FireHydrant's rate limit, with a window that is short enough for tests. */
export const pace = { requests: 50, seconds: 2 };

export function pacedApi(rateLimit = pace): GeneratedApi {
  const { catalogue } = api;
  return { ...api, catalogue: { ...catalogue, api: { ...catalogue.api, rateLimit } } };
}

export const testAdminToken = "admin-token-of-the-tests-0123456789";

/** Whether gateways of tests run from the bundle, in processes of their own. */
export const isBuilt = Boolean(process.env["STANDPIPE_TEST_DIST"]);

export interface TestOptions extends Partial<Omit<GatewayOptions, "settings" | "now">> {
  readonly settings?: Partial<Settings>;
  readonly clock?: TestClock;
}

/**
 * Starts a gateway on a free port, with the test's store in its own folder. It runs in this process. With
 * STANDPIPE_TEST_DIST it is the bundle's gateway in a process of its own.
 */
export async function startTestGateway(options: TestOptions = {}): Promise<TestGateway> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "standpipe-gateway-")));
  const settings = {
    ...readSettings({}),
    adminToken: testAdminToken,
    ...(await defaultStore(folder)),
    ...options.settings,
  };
  const { gateway, logged } = await (isBuilt ? startBuilt : startHere)({ ...options, settings }, folder);
  const { url } = gateway;
  return {
    gateway,
    url,
    adminToken: testAdminToken,
    folder,
    logged,
    ask: (method, path, body, headers) => ask(url, method, path, body, headers),
    async stop() {
      await gateway.drain(1_000);
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

type AllOptions = TestOptions & { readonly settings: Settings };

async function startBuilt({ clock, ...options }: AllOptions, folder: string) {
  const gateway = await startBuiltGateway({
    apis: [pacedApi()],
    ...options,
    folder,
    env: { ...options.env, ...clock?.env },
    now: clock?.now ?? (() => new Date()),
    windowSeconds: pace.seconds,
  });
  return { gateway, logged: gateway.logged };
}

async function startHere({ clock, ...options }: AllOptions, folder: string) {
  const lines: string[] = [];
  const to = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  const gateway = await startGateway({
    apis: [pacedApi()],
    version: "0.0.0-test",
    env: {},
    host: "127.0.0.1",
    port: 0,
    logger: createLogger("trace", { keyStarts: ["fhb-"], to }),
    showAdminToken: () => {},
    now: clock?.now,
    ...options,
    folder,
  });
  return { gateway, logged: () => lines.join("") };
}

/** Sends a request to a gateway as the admin, unless the headers are others. */
export async function ask<Body>(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = { authorization: `Bearer ${testAdminToken}` },
): Promise<Reply<Body>> {
  const response = await fetch(url + path, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text) as Body,
  };
}

/** A server in the answer to its creation. */
export interface MadeServer {
  readonly id: string;
  readonly integrated_account_id: string;
  readonly token: string;
  readonly url: string;
  readonly tool_count: number;
  readonly expires_at: string | null;
}

/** An account at the fake API, whose URL the gateway allows. */
export async function makeAccount(
  on: Pick<TestGateway, "ask">,
  base_url: string,
  name = "Acme",
): Promise<string> {
  const input = { name, base_url, api_key: `fhb-${name}`, verify: false };
  const { body } = await on.ask<{ id: string }>("POST", "/integrated-account", input);
  return body.id;
}

export async function makeServer(
  on: Pick<TestGateway, "ask">,
  account: string,
  config: object = {},
  rest: object = {},
): Promise<MadeServer> {
  const { status, body } = await on.ask<MadeServer>("POST", `/integrated-account/${account}/mcp`, {
    name: "Server",
    config,
    ...rest,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}

/** Sends a JSON-RPC request like a client of revision 2025-06-18. */
export async function rpc(
  url: string,
  method: string,
  params: object = {},
  headers: Record<string, string> = {},
): Promise<{
  status: number;
  headers: Headers;
  result?: Rpc;
  error?: { code: number; message: string };
  text: string;
}> {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...headers,
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  const text = await response.text();
  const data = /^data: (.*)$/m.exec(text)?.[1] ?? text;
  const message = JSON.parse(data === "" ? "{}" : data) as {
    result?: Rpc;
    error?: { code: number; message: string };
  };
  const { result, error } = message;
  return {
    status: response.status,
    headers: response.headers,
    result,
    error: typeof error === "object" ? error : undefined,
    text,
  };
}

interface Rpc {
  readonly tools?: { name: string }[];
  readonly content?: { text: string }[];
  readonly isError?: boolean;
  readonly [name: string]: unknown;
}

/** Calls a tool and returns the parsed answer. */
export async function call(
  url: string,
  name: string,
  args: object = {},
  headers: Record<string, string> = {},
) {
  const answered = await rpc(url, "tools/call", { name, arguments: args }, headers);
  const text = answered.result?.content?.[0]?.text;
  return { ...answered, value: text === undefined ? undefined : (JSON.parse(text) as Record<string, never>) };
}
