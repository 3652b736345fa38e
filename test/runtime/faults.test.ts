import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { bench, json, readTool, resultOf, writeTool, type Bench } from "./kit/stub.js";

let open: Bench | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const read = readTool({ thing_id: z.string().optional() });
const write = writeTool({ name: z.string().optional(), team_id: z.string().optional() });

test("a redirect is not followed: its host is named, and the key is not sent there", async () => {
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

test("a closed port: unreachable, and nothing was sent", async () => {
  open = await bench(() => undefined);
  const closed = await bench(() => undefined);
  await closed.close();
  const lost = await bench(() => undefined, { baseUrl: closed.url });
  const { error } = resultOf(await lost.call(write));
  expect(error).toMatchObject({ kind: "unreachable", next: expect.stringContaining("Nothing was sent") });
  expect(error.may_have_happened).toBeUndefined();
  await lost.close();
});

test("429: a read waits at most twice, a write never, and never longer than the call's time limit", async () => {
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

test("429, then an answer: the waiting read gets it", async () => {
  let count = 0;
  open = await bench((_, response) =>
    (count += 1) === 1 ? json(response, {}, 429, { "retry-after": "0" }) : json(response, { id: "right" }),
  );
  expect(resultOf(await open.call(read))).toEqual({ id: "right" });
});

test("a read is retried once after a broken connection; a GET with a side effect is not", async () => {
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
  const controller = new AbortController();
  let closed: Promise<unknown> | undefined;
  open = await bench((_, response) => {
    closed = new Promise((resolve) => response.on("close", resolve));
    controller.abort();
  });
  const outcome = await open.call(read, {}, { signal: controller.signal });
  expect(resultOf(outcome).error.kind).toBe("cancelled");
  await closed;
});

test("a long call sends progress if the client asked for it", async () => {
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

test("a bug is a fault without its message, and is reported", async () => {
  const reported: unknown[] = [];
  open = await bench(() => undefined, {
    baseUrl: "no URL at all",
    onDefect: (error) => reported.push(error),
  });
  expect(resultOf(await open.call(read)).error.kind).toBe("internal");
  expect(reported).toHaveLength(1);
});

test("a 404 names the argument whose value the API quotes", async () => {
  open = await bench((_, response) =>
    json(response, { detail: "Could not find team with id Payments" }, 404),
  );
  const { error } = resultOf(await open.call(write, { name: "x", team_id: "Payments" }));
  expect(error.message).toContain('knows no team_id "Payments"');
  expect(error.arguments).toEqual([{ argument: "team_id", message: expect.any(String) }]);
});
