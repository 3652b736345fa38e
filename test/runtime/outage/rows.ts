import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import { json } from "../kit/stub.js";
import type { Door } from "./api.js";
import { answers, html, large, MEGABYTE } from "./fakes.js";
import { LIMITS } from "./limits.js";

/** The account's key, which no result may contain. */
export const key = "fhb-0123456789abcdef0123456789abcdef";

/** A kind of failure, and the expected error or result of a call. */
export interface Row {
  readonly fault?: RequestListener;
  readonly door?: Door;
  readonly read: object;
  readonly write: object;
}

const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);
const fails = (error: object, may_have_happened?: true) => ({
  error: may_have_happened ? { ...error, may_have_happened } : error,
});

const READ_AGAIN = { next: like(/Nothing was changed[.;] [Cc]all again later/) };
const CHECK = {
  next: like(/It may have happened: check with list_incidents before calling create_incident/),
};
const DONE = { next: like(/accepted the call, so don't repeat it: list_incidents shows the outcome/) };

/** A fault after which it is unknown whether a write was done. */
function inDoubt(error: object): Pick<Row, "read" | "write"> {
  return { read: fails({ ...error, ...READ_AGAIN }), write: fails({ ...error, ...CHECK }, true) };
}

/** A fault inside the answer: the write was probably done. */
function unread(error: object, read: object = READ_AGAIN): Pick<Row, "read" | "write"> {
  return { read: fails({ ...error, ...read }), write: fails({ ...error, ...DONE }, true) };
}

const TOO_LARGE = {
  kind: "upstream_unreadable",
  status: 200,
  message: like(/larger than this server reads/),
};
const SMALLER = { next: like(/smaller limit, or narrower filters/) };

const FAULTS: Record<string, Row> = {
  "500 with JSON": {
    fault: (_, response) => json(response, { detail: "boom", messages: ["first", "second"] }, 500),
    ...inDoubt({ kind: "upstream_error", status: 500, said: ["boom", "first", "second"] }),
  },
  "502 with HTML": {
    fault: answers(html, { "content-type": "text/html" }, 502),
    ...inDoubt({ kind: "upstream_error", status: 502, said: ["502 Bad Gateway"] }),
  },
  "a hang before the headers": {
    fault: () => undefined,
    ...inDoubt({ kind: "timeout", message: like(/did not respond in time/) }),
  },
  "a hang after the headers": {
    fault: (_, response) =>
      void response.writeHead(200, { "content-type": "application/json" }).write('{"a":'),
    ...unread({ kind: "timeout", status: 200, message: like(/stopped responding within its answer of 200/) }),
  },
  "a slow body": {
    fault: (_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const drip = setInterval(() => response.write(" "), 50);
      response.on("close", () => clearInterval(drip));
    },
    ...inDoubt({ kind: "timeout", message: like(/timed out after 3 s/) }),
  },
  "a reset": {
    fault: (request) => void request.socket.destroy(),
    ...inDoubt({ kind: "unreachable", message: like(/broke before it answered/) }),
  },
  "a connection that ends within the body": {
    fault: (request, response) => {
      response.writeHead(200, { "content-type": "application/json" }).write("[1,");
      setTimeout(() => request.socket.destroy(), 20);
    },
    ...unread({ kind: "unreachable", status: 200, message: like(/broke within its answer/) }),
  },
  "broken JSON": {
    fault: answers('{"a": [1, 2'),
    ...unread({ kind: "upstream_unreadable", status: 200, said: ['{"a": [1, 2'] }),
  },
  "HTML labelled as JSON": {
    fault: answers(html),
    ...unread({ kind: "upstream_unreadable", message: like(/HTML/), said: [like(/502 Bad Gateway/)] }),
  },
  "no HTTP at all": {
    fault: (request) => void request.socket.end("SSH-2.0-nothing\r\n\r\n"),
    ...inDoubt({ kind: "upstream_unreadable", message: like(/not readable HTTP/) }),
  },
  "20 MB": { fault: large(20, { length: true }), ...unread(TOO_LARGE, SMALLER) },
  "20 MB in 20 kB of gzip": {
    fault: answers(gzipSync(JSON.stringify({ text: MEGABYTE.repeat(20) })), {
      "content-encoding": "gzip",
    }),
    ...unread(TOO_LARGE, SMALLER),
  },
  "200 MB": { fault: large(200), ...unread(TOO_LARGE, SMALLER) },
  "500 with 200 MB": {
    fault: large(200, { status: 500 }),
    ...inDoubt({ kind: "upstream_error", status: 500, said: [like(/^\{"text":"x{290,300}…$/)] }),
  },
  "503 that says when to come back": {
    fault: (_, response) => json(response, { error: "maintenance" }, 503, { "retry-after": "5" }),
    ...inDoubt({ kind: "upstream_error", status: 503, retry_after_seconds: 5 }),
  },
  "invalid gzip": {
    fault: answers("plain", { "content-encoding": "gzip" }),
    ...unread({ kind: "upstream_unreadable", message: like(/not readable HTTP/) }),
  },
  "an encoding that nobody knows": {
    fault: answers("x".repeat(500_000), { "content-encoding": "magic" }),
    ...unread({ kind: "upstream_unreadable", message: like(/magic/) }),
  },
  "nesting without end": {
    fault: answers("[".repeat(50_000) + "]".repeat(50_000)),
    ...unread({ kind: "upstream_unreadable", message: like(/too deeply/) }),
  },
  "a redirect to another host": {
    fault: answers("", { location: "https://elsewhere.invalid/x?y=z" }, 302),
    read: fails({
      kind: "upstream_error",
      status: 302,
      message: like(/pointed to elsewhere\.invalid\. Redirects/),
    }),
    write: fails({ kind: "upstream_error", status: 302, ...CHECK }, true),
  },
  "a refusal of TLS": {
    door: "refusing",
    read: fails({
      kind: "unreachable",
      message: like(/secure connection to FireHydrant failed/),
      next: like(/Nothing was sent/),
    }),
    write: fails({ kind: "unreachable", next: like(/Nothing was sent/) }),
  },
  "a connection that is never established": {
    door: "silent",
    read: fails({
      kind: "timeout",
      message: like(/Timed out connecting to FireHydrant/),
      next: like(/Nothing was sent/),
    }),
    write: fails({ kind: "timeout", next: like(/Nothing was sent/) }),
  },
};

const ODD_ANSWERS: Record<string, Row> = {
  "204 without a body": {
    fault: (_, response) => void response.writeHead(204).end(),
    read: { status: 204, message: like(/without content. That is not a list/) },
    write: { status: 204, message: like(/^Done/) },
  },
  "JSON of a wrong content type": {
    fault: answers('{"data":[{"id":"i1"}],"pagination":{}}', { "content-type": "text/html" }),
    read: { items: [{ id: "i1" }] },
    write: { items: [{ id: "i1" }] },
  },
  "a picture": {
    fault: answers(new Uint8Array([0x89, 0x50, 0]), { "content-type": "image/png" }),
    read: { content_type: "image/png", bytes: 3, message: like(/file follows/) },
    write: { content_type: "image/png", bytes: 3 },
  },
  "plain text": {
    fault: answers("all is well", { "content-type": "text/plain" }),
    read: { text: "all is well" },
    write: { text: "all is well" },
  },
  "an array instead of an envelope": {
    fault: answers('[{"id":"i1"},{"id":"i2"}]'),
    read: { items: [{ id: "i1" }, { id: "i2" }] },
    write: { items: [{ id: "i1" }, { id: "i2" }] },
  },
  "a record instead of a list": { fault: answers('{"id":"i1"}'), read: { id: "i1" }, write: { id: "i1" } },
  "a text instead of a record": { fault: answers('"i1"'), read: { result: "i1" }, write: { result: "i1" } },
};

const invalid = "severity is invalid, name can't be blank";

const STATUSES: Record<string, Row> = {
  "400 with a message": {
    fault: (_, response) => json(response, { detail: "query is not supported" }, 400),
    read: fails({
      kind: "refused",
      status: 400,
      arguments: [{ argument: "query", message: "query is not supported" }],
      next: like(/^Fix query, then call list_incidents again/),
    }),
    write: fails({
      kind: "refused",
      said: ["query is not supported"],
      next: like(/^Fix the arguments named/),
    }),
  },
  "401 that repeats the key": {
    fault: (_, response) => json(response, { error: `invalid token ${key}` }, 401),
    read: fails({
      kind: "credentials",
      message: like(/own key .*Your sign-in to this server is not the cause/),
      said: ["invalid token [redacted]"],
    }),
    write: fails({ kind: "credentials", next: like(/operator/) }),
  },
  "403": {
    fault: (_, response) => json(response, { error: "no" }, 403),
    read: fails({ kind: "permission", message: like(/lacks the permission for list_incidents/) }),
    write: fails({ kind: "permission", next: like(/administrator/) }),
  },
  "404 at a place without ids": {
    fault: (_, response) => json(response, { detail: "not found" }, 404),
    read: fails({ kind: "not_found", next: like(/may not have this feature/) }),
    write: fails({ kind: "not_found" }),
  },
  "409": {
    fault: (_, response) => json(response, { detail: "already closed" }, 409),
    read: fails({ kind: "refused", status: 409 }),
    write: fails({ kind: "refused", said: ["already closed"], next: like(/^Read the record as it is now/) }),
  },
  "422 that blames arguments": {
    fault: (_, response) => json(response, { messages: invalid }, 422),
    read: fails({ kind: "refused", status: 422, said: [invalid] }),
    write: fails({
      kind: "refused",
      arguments: [
        { argument: "severity", message: "severity is invalid" },
        { argument: "name", message: "name can't be blank" },
      ],
      next: "Fix severity, name, then call create_incident again. list_severities lists the valid values of severity.",
    }),
  },
};

export const rows: Readonly<Record<string, Row>> = { ...FAULTS, ...ODD_ANSWERS, ...STATUSES, ...LIMITS };
export const limits: readonly string[] = Object.keys(LIMITS);
