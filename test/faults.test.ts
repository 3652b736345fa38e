import { createServer } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import type { Advice } from "../runtime/upstream/about.js";
import { bench, json, KEY, readTool, resultOf, writeTool, type Bench } from "./pipeline/stub.js";

let open: Bench | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const read = readTool({ thing_id: z.string().optional() });
const write = writeTool({ name: z.string().optional(), team_id: z.string().optional() });
const SHORT = { firstByteMs: 150, connectMs: 1_000 };
const advice: Advice = {
  lists: (_, argument) =>
    argument === "team_id" ? "list_teams" : argument === "thing_id" ? "list_things" : undefined,
  shows: () => "list_things",
};

/** Answers wrongly as long as it is told to, and rightly afterwards. */
function faulty(fault: RequestListener): { answer: RequestListener; mend(): void } {
  let isMended = false;
  return {
    answer: (request, response) => (isMended ? json(response, { id: "right" }) : fault(request, response)),
    mend: () => void (isMended = true),
  };
}

const html =
  "<!doctype html><html><head><style>p{}</style></head><body><h1>502 Bad\u202e Gateway</h1></body></html>";

const ROWS: Record<string, { fault: RequestListener; read: object; write: object }> = {
  "500 with JSON": {
    fault: (_, response) => json(response, { detail: "boom", messages: ["first", "second"] }, 500),
    read: {
      kind: "upstream_error",
      status: 500,
      said: ["boom", "first", "second"],
      next: /Nothing was changed/,
    },
    write: { kind: "upstream_error", status: 500, may_have_happened: true, next: /check with list_things/ },
  },
  "502 with HTML": {
    fault: (_, response) => void response.writeHead(502, { "content-type": "text/html" }).end(html),
    read: { kind: "upstream_error", status: 502, said: ["502 Bad Gateway"] },
    write: { kind: "upstream_error", status: 502, said: ["502 Bad Gateway"], may_have_happened: true },
  },
  "a hang before the answer": {
    fault: () => undefined,
    read: { kind: "timeout", message: /fell silent before it answered/ },
    write: { kind: "timeout", may_have_happened: true, next: /check with list_things/ },
  },
  "a hang after the headers": {
    fault: (_, response) =>
      void response.writeHead(200, { "content-type": "application/json" }).write('{"a":'),
    read: { kind: "timeout", message: /within its answer of 200/ },
    write: { kind: "timeout", may_have_happened: true, next: /don't repeat it: list_things shows/ },
  },
  "a reset": {
    fault: (request) => request.socket.resetAndDestroy(),
    read: { kind: "unreachable", message: /broke before it answered/ },
    write: { kind: "unreachable", may_have_happened: true },
  },
  "a reset within the body": {
    fault: (request, response) => {
      response.writeHead(200, { "content-type": "application/json" }).write("[1,");
      setTimeout(() => request.socket.resetAndDestroy(), 20);
    },
    read: { kind: "unreachable", message: /within its answer/ },
    write: { kind: "unreachable", next: /don't repeat it/ },
  },
  "broken JSON": {
    fault: (_, response) =>
      void response.writeHead(200, { "content-type": "application/json" }).end('{"a": [1, 2'),
    read: { kind: "upstream_unreadable", status: 200, said: ['{"a": [1, 2'] },
    write: { kind: "upstream_unreadable", status: 200, next: /don't repeat it/ },
  },
  "HTML under the name of JSON": {
    fault: (_, response) => void response.writeHead(200, { "content-type": "application/json" }).end(html),
    read: { kind: "upstream_unreadable", message: /HTML/ },
    write: { kind: "upstream_unreadable", message: /HTML/ },
  },
  "no HTTP at all": {
    fault: (request) => void request.socket.end("SSH-2.0-nothing\r\n\r\n"),
    read: { kind: "upstream_unreadable", message: /no HTTP/ },
    write: { kind: "upstream_unreadable", may_have_happened: true },
  },
  "20 MB": {
    fault: (_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ text: "x".repeat(20_000_000) }));
    },
    read: { kind: "upstream_unreadable", message: /larger than this server reads/, next: /smaller limit/ },
    write: { kind: "upstream_unreadable", next: /don't repeat it/ },
  },
  "20 MB in 20 kB of gzip": {
    fault: (_, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
      response.end(gzipSync(JSON.stringify({ text: "x".repeat(20_000_000) })));
    },
    read: { kind: "upstream_unreadable", message: /larger than this server reads/ },
    write: { kind: "upstream_unreadable" },
  },
  "gzip that is none": {
    fault: (_, response) => void response.writeHead(200, { "content-encoding": "gzip" }).end("plain"),
    read: { kind: "upstream_unreadable" },
    write: { kind: "upstream_unreadable" },
  },
  "an encoding that nobody knows": {
    fault: (_, response) =>
      void response.writeHead(200, { "content-encoding": "magic" }).end("x".repeat(500_000)),
    read: { kind: "upstream_unreadable", message: /magic/ },
    write: { kind: "upstream_unreadable", next: /don't repeat it/ },
  },
  "nesting without end": {
    fault: (_, response) =>
      void response
        .writeHead(200, { "content-type": "application/json" })
        .end("[".repeat(50_000) + "]".repeat(50_000)),
    read: { kind: "upstream_unreadable", message: /too deeply/ },
    write: { kind: "upstream_unreadable", next: /don't repeat it/ },
  },
  "a refused key": {
    fault: (_, response) => json(response, { error: `invalid token ${KEY}` }, 401),
    read: { kind: "credentials", message: /own key.*not the cause/, said: ["invalid token [redacted]"] },
    write: { kind: "credentials", next: /whoever runs this server/ },
  },
  "a missing permission": {
    fault: (_, response) => json(response, { error: "no" }, 403),
    read: { kind: "permission", message: /lacks the permission/ },
    write: { kind: "permission" },
  },
  "a conflict": {
    fault: (_, response) => json(response, { detail: "already closed" }, 409),
    read: { kind: "refused", status: 409 },
    write: { kind: "refused", said: ["already closed"], next: /Read the record/ },
  },
  "refused arguments": {
    fault: (_, response) => json(response, { messages: "team_id is invalid, name can't be blank" }, 422),
    read: { kind: "refused", status: 422 },
    write: {
      kind: "refused",
      arguments: [
        { argument: "team_id", message: "team_id is invalid" },
        { argument: "name", message: "name can't be blank" },
      ],
      next: "Mend team_id, name, then call create_thing again. list_teams lists the valid values of team_id.",
    },
  },
};

for (const [name, row] of Object.entries(ROWS)) {
  for (const side of ["read", "write"] as const) {
    test(`${name}, on a ${side}: a clear fault, and the next call works`, async () => {
      const { answer, mend } = faulty(row.fault);
      open = await bench(answer, { advice, ...SHORT });
      const tool = side === "read" ? read : write;
      const outcome = await open.call(tool, { fields: "id" });
      expect(outcome.isError).toBe(true);
      const { error } = resultOf(outcome);
      for (const [field, want] of Object.entries(row[side])) {
        if (want instanceof RegExp) expect(error[field]).toMatch(want);
        else expect(error[field]).toEqual(want);
      }
      expect(outcome.content[0].text).not.toContain(KEY);
      expect(outcome._meta?.["ratelimit"]).toBeDefined();
      if (side === "write") expect(open.requests).toHaveLength(1);
      mend();
      expect(resultOf(await open.call(read))).toEqual({ id: "right" });
    });
  }
}

test("a body that drips for ever ends with the call's time", async () => {
  const { answer, mend } = faulty((_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const drip = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(drip));
  });
  open = await bench(answer, { callMs: 300 });
  const { error } = resultOf(await open.call(read));
  expect(error).toMatchObject({ kind: "timeout", message: expect.stringContaining("given up") });
  mend();
  expect(resultOf(await open.call(read))).toEqual({ id: "right" });
});

test("a redirect is not followed: its host is named, and the key goes nowhere", async () => {
  const elsewhere = await bench((_, response) => json(response, { stolen: true }));
  try {
    const location = elsewhere.url.replace("127.0.0.1", "localhost");
    open = await bench(
      (_, response) => void response.writeHead(302, { location: `${location}/x?y=z` }).end(),
    );
    const { error } = resultOf(await open.call(read));
    expect(error).toMatchObject({ kind: "upstream_error", status: 302 });
    expect(error.message).toContain(new URL(location).host);
    expect(error.message).not.toContain("y=z");
    expect(resultOf(await open.call(write)).error.may_have_happened).toBe(true);
    expect(elsewhere.requests).toHaveLength(0);
  } finally {
    await elsewhere.close();
  }
});

test("a 404 names the id and the tool that lists valid ones", async () => {
  open = await bench((_, response) => json(response, { detail: "not found" }, 404), { advice });
  const tool = readTool({ thing_id: z.string() }, { name: "get_thing" }, { path: "/things/{thing_id}" });
  expect(resultOf(await open.call(tool, { thing_id: "t1" })).error).toMatchObject({
    kind: "not_found",
    message: 'Acme knows no thing_id "t1" (404).',
    next: "list_things lists the valid values of thing_id.",
    arguments: [{ argument: "thing_id" }],
  });
});

test("a closed port: unreachable, nothing sent", async () => {
  open = await bench(() => undefined);
  const closed = await bench(() => undefined);
  await closed.close();
  const lost = await bench(() => undefined, { baseUrl: closed.url });
  const { error } = resultOf(await lost.call(write));
  expect(error).toMatchObject({ kind: "unreachable", next: expect.stringContaining("Nothing was sent") });
  expect(error.may_have_happened).toBeUndefined();
  await lost.close();
});

test("a server that refuses TLS: unreachable", async () => {
  const plain = createServer((socket) =>
    socket.on("data", () => socket.end("no TLS here")).on("error", () => undefined),
  );
  const tls = createTlsServer({}).on("tlsClientError", () => undefined);
  for (const server of [plain, tls]) {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const lost = await bench(() => undefined, { baseUrl: `https://127.0.0.1:${port}` });
    const { error } = resultOf(await lost.call(write));
    expect(error.kind).toBe("unreachable");
    await lost.close();
    await new Promise((resolve) => server.close(resolve));
  }
});

const soon = () => new Date(Date.now() + 7_000).toUTCString();
const LIMITED: Record<string, () => Record<string, string>> = {
  "Retry-After in seconds": () => ({ "retry-after": "7" }),
  "Retry-After as a date": () => ({ "retry-after": soon() }),
  "X-RateLimit-Reset as an epoch": () => ({ "x-ratelimit-reset": String(Math.ceil(Date.now() / 1000) + 7) }),
  "RateLimit-Reset as a delta": () => ({
    "ratelimit-limit": "50",
    "ratelimit-remaining": "0",
    "ratelimit-reset": "7",
  }),
  "the draft's RateLimit": () => ({ ratelimit: "limit=50, remaining=0, reset=7" }),
  "the later draft's RateLimit": () => ({
    ratelimit: '"default";r=0;t=7',
    "ratelimit-policy": '"default";q=50;w=10',
  }),
};

for (const [name, headers] of Object.entries(LIMITED)) {
  test(`429 with ${name} is passed on with all its fields`, async () => {
    const { answer, mend } = faulty((_, response) =>
      json(response, { error: "rate limit exceeded" }, 429, headers()),
    );
    open = await bench(answer, { on429: "pass", account: { pacing: { limit: 50 } } });
    const outcome = await open.call(read);
    const { error } = resultOf(outcome);
    expect(error).toMatchObject({ kind: "rate_limited", status: 429, said: ["rate limit exceeded"] });
    expect(error.ratelimit).toMatchObject({ limit: 50, remaining: expect.any(Number) });
    for (const seconds of [
      error.retry_after_seconds,
      error.ratelimit.reset,
      outcome._meta?.["retry_after_seconds"],
    ]) {
      expect([6, 7, 8]).toContain(seconds);
    }
    expect(open.requests).toHaveLength(1);
    mend();
    expect(resultOf(await open.call(read))).toEqual({ id: "right" });
  });
}

test("429: a read waits at most twice, a write never, and never beyond the call's time", async () => {
  open = await bench((_, response) => json(response, {}, 429, { "retry-after": "0" }));
  expect(resultOf(await open.call(read)).error.kind).toBe("rate_limited");
  expect(open.requests).toHaveLength(3);
  expect(resultOf(await open.call(write)).error).toMatchObject({
    kind: "rate_limited",
    next: expect.stringContaining("Call again"),
  });
  expect(open.requests).toHaveLength(4);
  const hasty = await bench((_, response) => json(response, {}, 429, { "retry-after": "70" }));
  expect(resultOf(await hasty.call(read)).error.retry_after_seconds).toBe(70);
  expect(hasty.requests).toHaveLength(1);
  await hasty.close();
});

test("429, then an answer: the read that waited gets it", async () => {
  let count = 0;
  open = await bench((_, response) =>
    (count += 1) === 1 ? json(response, {}, 429, { "retry-after": "0" }) : json(response, { id: "right" }),
  );
  expect(resultOf(await open.call(read))).toEqual({ id: "right" });
});

test("a read is repeated once when the connection broke; a GET with a side effect is not", async () => {
  let count = 0;
  open = await bench((request, response) =>
    (count += 1) % 2 === 1 ? request.socket.resetAndDestroy() : json(response, { id: "right" }),
  );
  expect(resultOf(await open.call(read))).toEqual({ id: "right" });
  const refresh = { ...read, annotations: { ...read.annotations, readOnlyHint: false } };
  expect(resultOf(await open.call(refresh)).error.kind).toBe("unreachable");
  expect(open.requests).toHaveLength(3);
});

test("arguments are checked before anything is sent", async () => {
  open = await bench((_, response) => json(response, {}));
  for (const args of [{ thing: "x" }, { view: "wide" }, { fields: "a[" }, { fields: 3 }, { thing_id: 3 }]) {
    expect(resultOf(await open.call(read, args)).error.kind).toBe("invalid_arguments");
  }
  expect(open.requests).toHaveLength(0);
});

test("cancelling aborts the upstream request", async () => {
  const closed = new Promise<void>((resolve) => {
    void bench((_, response) => void response.on("close", resolve)).then(async (one) => {
      open = one;
      const controller = new AbortController();
      const outcome = one.call(read, {}, { signal: controller.signal });
      setTimeout(() => controller.abort(), 50);
      expect(resultOf(await outcome).error.kind).toBe("cancelled");
    });
  });
  await closed;
});

test("what lasts is told to whoever asked for progress", async () => {
  open = await bench((_, response) => void setTimeout(() => json(response, { id: "right" }), 150), {
    progressMs: 30,
  });
  const told: { progress: number; message: string }[] = [];
  await open.call(read, {}, { progress: (update) => told.push(update) });
  expect(told.length).toBeGreaterThan(0);
  expect(told.every(({ message }) => message === "waiting for Acme's answer")).toBe(true);
  expect(told.map(({ progress }) => progress)).toEqual(
    [...new Set(told.map(({ progress }) => progress))].sort((a, b) => a - b),
  );
});

test("a defect is a fault without its words, and is reported", async () => {
  const reported: unknown[] = [];
  open = await bench(() => undefined, {
    baseUrl: "no URL at all",
    onDefect: (error) => reported.push(error),
  });
  expect(resultOf(await open.call(read)).error.kind).toBe("internal");
  expect(reported).toHaveLength(1);
});
