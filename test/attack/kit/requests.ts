import { toUSVString } from "node:util";
import fc from "fast-check";
import { shortText, text, value } from "./hostile.js";

/** A hostile request. */
export interface Attack {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** A request to one of the routes, in which `{id}` and the like become any text. */
export function attackOn(
  routes: readonly string[],
  methods: readonly string[],
  body: fc.Arbitrary<string>,
): fc.Arbitrary<Attack> {
  const part = shortText.map((one) =>
    encodeURIComponent(toUSVString(one)).slice(0, 6_000).replace(/%.?$/, ""),
  );
  const path = fc
    .tuple(fc.constantFrom(...routes), part)
    .map(([route, one]) => route.replace(/\{\w+\}|:\w+/g, one));
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "tool",
    "actor",
    "since",
    "until",
    "outcome",
    "name",
    "next",
    "query",
    "token",
    "x",
  );
  const header = fc.constantFrom(
    ...["accept", "authorization", "cookie", "content-type", "mcp-session-id", "mcp-name"],
    ...[
      "mcp-protocol-version",
      "x-forwarded-for",
      "x-forwarded-host",
      "user-agent",
      "origin",
      "last-event-id",
    ],
  );
  return fc.record({
    method: fc.constantFrom(...methods),
    path,
    query: fc.array(fc.tuple(names, part), { maxLength: 3 }).map((pairs) =>
      pairs
        .map((pair) => pair.join("="))
        .join("&")
        .slice(0, 8_000),
    ),
    headers: fc.dictionary(
      header,
      shortText.map((one) => one.replace(/[^\x20-\x7e]/g, "?").trim()),
      { maxKeys: 2 },
    ),
    body: fc.option(body, { nil: undefined, freq: 3 }),
  });
}

/** A stream that opens is an answer too: it is left at once. */
export async function send(
  url: string,
  { method, path, query, headers, body }: Attack,
  more: Readonly<Record<string, string>>,
): Promise<number> {
  const leave = new AbortController();
  const isEmpty = method === "GET" || method === "HEAD";
  const given = { "content-type": "application/json", ...headers, ...more };
  try {
    const answer = await fetch(`${url}${path}${query && `?${query}`}`, {
      method,
      headers: given,
      body: isEmpty ? undefined : body,
      redirect: "manual",
      signal: leave.signal,
    });
    const isStream = answer.headers.get("content-type")?.includes("event-stream") ?? false;
    if (!isStream) await answer.arrayBuffer();
    return answer.status;
  } catch (error) {
    // A server may hang up on a body that it does not want.
    if (/socket|ECONNRESET|EPIPE|other side closed/.test(String((error as Error).cause ?? error))) return 0;
    throw error;
  } finally {
    leave.abort();
  }
}

const json = value.map((one) => JSON.stringify(one) ?? "null");
/** Bodies of the management API and of the sandbox. */
export const anyBody = fc.oneof(
  json,
  text,
  fc
    .tuple(fc.constantFrom("name", "config", "api_key", "token", "x"), json)
    .map(([name, one]) => `{"${name}":${one}}`),
);
const options = fc.constantFrom(
  "methods",
  "tags",
  "tools",
  "confirm",
  "redact",
  "approvers",
  "oauth",
  "rate_limit",
  "x",
);

/** A new server URL, or a change of one, with an option of any value. */
export const serverBody = fc.oneof(
  fc.tuple(options, json).map(([option, one]) => `{"name":"x","config":{"${option}":${one}}}`),
  fc
    .tuple(fc.constantFrom("allow", "deny"), fc.array(text, { maxLength: 3 }))
    .map(([kind, patterns]) => JSON.stringify({ name: "x", config: { tools: { [kind]: patterns } } })),
  fc.tuple(fc.constantFrom("name", "expires_at"), json).map(([name, one]) => `{"name":"x","${name}":${one}}`),
);

/** Forms of the page. */
export const form = fc
  .array(
    fc.tuple(
      fc.constantFrom("name", "person", "token", "next", "methods", "allow", "confirm", "decision"),
      text,
    ),
    { maxLength: 3 },
  )
  .map((pairs) => new URLSearchParams(pairs).toString().slice(0, 1_000_000));
/** Messages of MCP, whole and broken. */
export const messages = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({
        jsonrpc: fc.constantFrom("2.0", "1.0"),
        id: fc.oneof(fc.nat(), value),
        method: fc.oneof(
          fc.constantFrom(
            "initialize",
            "tools/list",
            "prompts/get",
            "resources/read",
            "ping",
            "notifications/cancelled",
            "completion/complete",
          ),
          text,
        ),
        params: value,
      })
      .map((one) => JSON.stringify(one)),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(2, 100, 20_000)
      .map((count) =>
        JSON.stringify(Array.from({ length: count }, (_, id) => ({ jsonrpc: "2.0", id, method: "ping" }))),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("[", '{"a":', "[[],")
      .chain((one) => fc.constantFrom(1_000, 200_000).map((count) => one.repeat(count).slice(0, 1_000_000))),
  },
  { weight: 1, arbitrary: anyBody },
);
