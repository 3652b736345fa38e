import { connect } from "node:net";

/*
 * Requests that a parser, a router or a database may fail at. Each was tried once by hand, and some were answered 500.
 */

/** Paths in place of a server URL's, with its token or id. */
export function oddPaths(token: string, id: string): string[] {
  const ends = ["", "/", "//", "/x", "/../", "?x=%zz", ";a=b", "#x", "%2F", "%00"];
  const own = ["/mcp", "/sse"].flatMap((kind) => ends.map((end) => `${kind}/${token}${end}`));
  const named = [
    id,
    `${id}/x`,
    `${id}/${token}`,
    "__proto__",
    "constructor",
    ".",
    "%2e%2e",
    "a".repeat(7_000),
  ];
  return [
    ...own,
    ...named.flatMap((name) => [`/mcp/${name}`, `/sse/${name}`]),
    ...named.map((name) => `/.well-known/oauth-protected-resource/mcp/${name}`),
    ...["//mcp/x", "/MCP/x", "*", "/%", "/%ff%fe", "/\u00e9", "http://evil.example/mcp/x", "/x/../mcp/y"],
    ...["/sse/messages", "/sse/messages?sessionId=__proto__", "/sse/messages?sessionId[]=x", "/?x=%zz"],
  ];
}

/** Whole requests. HOST and PATH are those of a program. */
export const oddRequests: Readonly<Record<string, string>> = {
  "two hosts": get("Host: HOST\r\nHost: evil"),
  "an empty host": get("Host: "),
  "a host with a name before it": get("Host: x@HOST"),
  "1,900 headers": get(`Host: HOST\r\n${Array.from({ length: 1_900 }, (_, at) => `x${at}: 1`).join("\r\n")}`),
  "500 cookies": get(`Host: HOST\r\ncookie: ${"standpipe_session=x; ".repeat(500)}`),
  "800 addresses": get(`Host: HOST\r\nx-forwarded-for: ${"1.1.1.1, ".repeat(800)}x`),
  "an upgrade to WebSocket": get("Host: HOST\r\nupgrade: websocket\r\nsec-websocket-key: x"),
  "an upgrade to HTTP/2": get("Host: HOST\r\nupgrade: h2c\r\nhttp2-settings: x"),
  "the preface of HTTP/2": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "a tunnel": "CONNECT evil:443 HTTP/1.1\r\nHost: evil:443\r\n\r\n",
  "two lengths": post("transfer-encoding: chunked\r\ncontent-length: 5", "0\r\n\r\n"),
  "a broken chunk": post("transfer-encoding: chunked", "zz\r\n"),
  "a negative length": post("content-length: -1", ""),
  "a length of many digits": post("content-length: 99999999999999999999", ""),
  "an unknown expectation": post("expect: banana\r\ncontent-length: 2", "{}"),
  "four encodings": post("content-encoding: gzip, gzip, gzip, gzip\r\ncontent-length: 2", "{}"),
  "no gzip, as gzip": post("content-encoding: gzip\r\ncontent-length: 2", "{}"),
  "an unknown charset": post("content-type: application/json; charset=utf-7\r\ncontent-length: 2", "{}"),
};

function get(headers: string): string {
  return `GET PATH HTTP/1.1\r\n${headers}\r\nconnection: close\r\n\r\n`;
}

function post(headers: string, body: string): string {
  const type = headers.includes("content-type") ? "" : "content-type: application/json\r\n";
  return `POST PATH HTTP/1.1\r\nHost: HOST\r\n${type}${headers}\r\nconnection: close\r\n\r\n${body}`;
}

/** Sends bytes, and returns the status of the answer; 0 if the connection ends without one. */
export function sendRaw(url: string, request: string): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(request, "latin1"));
    let given = "";
    const end = () => {
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(given)?.[1] ?? 0));
    };
    // The status is enough: some answers are streams.
    socket.on("data", (chunk) => {
      given += String(chunk);
      if (given.includes("\r\n")) end();
    });
    socket.on("error", end).on("close", end);
    // A request that is not complete waits for the rest.
    socket.setTimeout(2_000, end);
  });
}

/** Bodies of the management API, of the control endpoint and of operations. */
export const oddBodies: readonly string[] = [
  ...["null", "[]", '"x"', "1", "{", "{}{}", "\ufeff{}", '{"__proto__":{"name":"x"}}', '{"constructor":1}'],
  ...['{"name":null}', '{"name":" "}', '{"name":"\\u0000"}', '{"name":"\\ud800"}', '{"name":{"toString":1}}'],
  ...["null", "[]", '{"methods":"read"}', '{"tools":null}', '{"tools":{"allow":["__proto__"]}}'].map(
    (config) => `{"name":"x","config":${config}}`,
  ),
  ...['{"rate_limit":{"requests":1e400}}', '{"surface":"__proto__"}', '{"redact":["("]}'].map(
    (config) => `{"name":"x","config":${config}}`,
  ),
  ...['"9999999-01-01"', '"-271821-04-20T00:00:00.000Z"', '"2026-02-31T00:00:00Z"', "0"].map(
    (at) => `{"name":"x","expires_at":${at}}`,
  ),
  ...['{"errors":"x"}', '{"errors":-1}', '{"enabled":null}', '{"alert_id":{}}', '{"seed":"__proto__"}'],
];

/** Messages of MCP. */
export const oddMessages: readonly unknown[] = [
  ...[[], [[]], [null], 1, {}, { jsonrpc: "2.0" }],
  ...[{}, null, 1.5, 2 ** 60, ""].map((id) => ({ jsonrpc: "2.0", id, method: "ping" })),
  ...["__proto__", "constructor", "tools/call", "tasks/result", "subscriptions/listen", "initialize"].map(
    (method) => ({ jsonrpc: "2.0", id: 1, method, params: {} }),
  ),
  ...["\u0000", "__proto__", "\ud800"].flatMap((text) => [
    asked("tasks/get", { taskId: text }),
    asked("tasks/cancel", { taskId: text }),
    asked("resources/read", { uri: text }),
    asked("prompts/get", { name: text }),
    asked("tools/list", { cursor: text }),
    asked("logging/setLevel", { level: text }),
    asked("initialize", { protocolVersion: text }),
    asked("tools/call", { name: text }),
    asked("tools/call", { name: "get_incident", arguments: { incident_id: text, fields: text } }),
  ]),
  ...["..", "../users", "%2e%2e", "x?y=1#z", "", ".", "a/b", "a\\..\\b"].map((incident_id) =>
    asked("tools/call", { name: "get_incident", arguments: { incident_id } }),
  ),
  { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: {} } },
  { jsonrpc: "2.0", id: "apr_x.y", result: { action: "accept", content: { approve: true } } },
];

function asked(method: string, params: object) {
  return { jsonrpc: "2.0", id: 1, method, params };
}

/** Headers with which clients of different kinds send messages. */
export const oddHeaders: readonly Readonly<Record<string, string>>[] = [
  {},
  { "mcp-protocol-version": "2025-03-26" },
  { "mcp-protocol-version": "2026-07-28", "mcp-method": "tools/call", "mcp-name": "get_incident" },
  { "mcp-protocol-version": "__proto__" },
  { "mcp-session-id": `asks-${"x".repeat(4_000)}`, "last-event-id": "x" },
  { accept: "text/html" },
];

/** Types and bodies of forms. */
export const oddForms: readonly (readonly [type: string, body: string])[] = [
  ["multipart/form-data; boundary=x", "garbage"],
  ["multipart/form-data", '--x\r\ncontent-disposition: form-data; name="csrf"\r\n\r\ny\r\n--x--'],
  ["application/x-www-form-urlencoded; charset=utf-16", "name=x"],
  ["text/plain", "name=x"],
  ["application/json", "{"],
  ["application/x-www-form-urlencoded", "%zz=%ff&__proto__=x&name=%ed%a0%80"],
];
