import { expect, test } from "vitest";
import { z } from "zod";
import { createBreaker } from "../../../runtime/upstream/breaker.js";
import { createClient } from "../../../runtime/upstream/client.js";
import { Fault } from "../../../runtime/contract/fault.js";
import { keyFor } from "../../fixtures/key-auth.js";
import { bench, json, KEY, readTool, resultOf, writeTool } from "../kit/stub.js";

test("the circuit breaker opens after consecutive failures, lets one trial through, and closes on an answer", async () => {
  const breaker = createBreaker("Acme", { failures: 2, openMs: 500 });
  breaker.failed();
  breaker.answered();
  breaker.failed();
  breaker.pass();
  breaker.failed();
  expect(() => breaker.pass()).toThrowError(expect.objectContaining({ kind: "busy", retryAfterSeconds: 1 }));
  await new Promise((resolve) => setTimeout(resolve, 510));
  breaker.refuseWhileOpen();
  breaker.pass();
  expect(() => breaker.refuseWhileOpen()).toThrowError(Fault);
  breaker.answered();
  breaker.pass();
});

test("a dead upstream is not called repeatedly", async () => {
  const one = await bench((request) => request.socket.resetAndDestroy(), {
    account: { breaker: { failures: 4, openMs: 60_000 } },
  });
  const write = writeTool();
  const kinds: string[] = [];
  for (let round = 0; round < 6; round += 1) kinds.push(resultOf(await one.call(write)).error.kind);
  expect(kinds).toEqual(["unreachable", "unreachable", "unreachable", "unreachable", "busy", "busy"]);
  expect(one.requests).toHaveLength(4);
  await one.close();
});

test("a caller's own short timeout does not count as a dead upstream", async () => {
  const one = await bench(() => undefined, {
    callMs: 300,
    account: { breaker: { failures: 1 } },
  });
  // An open breaker would answer "busy".
  while (one.requests.length < 3) expect(resultOf(await one.call(readTool())).error.kind).toBe("timeout");
  await one.close();
});

test("a call that timed out says whether it was sent", async () => {
  const one = await bench(() => undefined, { callMs: 1_000, account: { pacing: { limit: 1 } } });
  const [sent, waiting] = await Promise.all([one.call(writeTool()), one.call(writeTool())]);
  expect(resultOf(sent).error).toMatchObject({ kind: "timeout", may_have_happened: true });
  const { error } = resultOf(waiting);
  expect(error).toMatchObject({ kind: "timeout", next: expect.stringContaining("not been sent yet") });
  expect(error.may_have_happened).toBeUndefined();
  expect(one.requests).toHaveLength(1);
  await one.close();
});

test("the key is sent where the API expects it, and nowhere else", async () => {
  const one = await bench((request, response) =>
    json(response, { url: request.url, head: request.headers["authorization"] }),
  );
  const answer = resultOf(await one.call(readTool()));
  expect(answer.head).toBe("Bearer [redacted]");
  expect(one.requests[0]!.headers.authorization).toBe(`Bearer ${KEY}`);
  await one.close();
  const placement = { in: "query", name: "api_key", prefix: "" } as const;
  const other = await bench((_, response) => json(response, {}), { placement });
  await other.call(readTool({ thing: z.string() }, {}, { query: { thing: {} } }), { thing: "a&b" });
  expect(other.requests[0]!.url).toBe(`/things?thing=a%26b&api_key=${KEY}`);
  expect(other.requests[0]!.headers.authorization).toBeUndefined();
  await other.close();
});

test("a key that no header can hold is refused without being repeated", () => {
  const credentials = keyFor("https://api.example.com", "secret\r\nX: y");
  expect(() => createClient({ credentials })).toThrowError(expect.not.stringContaining("secret"));
});

test("an upstream that does not exist", async () => {
  const one = await bench(() => undefined, { baseUrl: "http://nowhere.invalid" });
  expect(resultOf(await one.call(readTool())).error).toMatchObject({ kind: "unreachable" });
  await one.close();
});

test("closing waits for running calls and refuses new ones", async () => {
  const one = await bench((_, response) => void setTimeout(() => json(response, { id: 1 }), 50));
  const underWay = one.call(readTool());
  const closed = one.close();
  expect(resultOf(await one.call(readTool())).error.kind).toBe("busy");
  expect(resultOf(await underWay)).toEqual({ id: 1 });
  await closed;
});
