/* Requests to a gateway, whatever started it. Tests of processes need no more, so this imports no gateway. */

export const testAdminToken = "admin-token-of-the-tests-0123456789";

export interface Reply<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface Asks {
  /** Sends a request to the management API as the admin, unless the headers are others. */
  ask<Body = Record<string, never>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply<Body>>;
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
export async function makeAccount(on: Asks, base_url: string, name = "Acme"): Promise<string> {
  const input = { name, base_url, api_key: `fhb-${name}`, verify: false };
  const { body } = await on.ask<{ id: string }>("POST", "/integrated-account", input);
  return body.id;
}

export async function makeServer(
  on: Asks,
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

/** Calls a tool and returns the parsed answer. Without a result it has not succeeded. */
export async function call(
  url: string,
  name: string,
  args: object = {},
  headers: Record<string, string> = {},
) {
  const answered = await rpc(url, "tools/call", { name, arguments: args }, headers);
  const { result } = answered;
  const text = result?.content?.[0]?.text;
  const value = text === undefined ? undefined : (JSON.parse(text) as Record<string, never>);
  return { ...answered, value, isOk: result !== undefined && result.isError !== true };
}
