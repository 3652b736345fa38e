import { afterAll, beforeAll, expect, it } from "vitest";
import { call, type MadeServer } from "../gateway/kit/requests.js";
import { createJudge } from "./kit/judge.js";
import { startTarget, type Target } from "./kit/target.js";

/* A program chooses the sizes of its calls, of its result and of what it prints. They reach the gateway's own thread. */

let target: Target;
let server: MadeServer;
beforeAll(async () => {
  target = await startTarget();
  server = await target.makeServer({ surface: "code" });
}, 120_000);
afterAll(() => target?.stop());

const record = (count: number) =>
  `Object.fromEntries(Array.from({ length: ${count} }, (_, at) => ["k" + at, at]))`;

/** Programs, and what is said about them. */
const programs: Readonly<Record<string, readonly [program: string, says: string]>> = {
  "a call with 9,000 arguments": [
    `await api.list_incidents(${record(9_000)})`,
    "9000 arguments are at fault",
  ],
  "a call with 20,000 arguments": [
    `await api.list_incidents(${record(20_000)})`,
    "hold more than 10000 values",
  ],
  "a call with a text of 10 MB": [
    `await api.list_incidents({ query: "x".repeat(10_000_000) })`,
    "have more than 1000000 characters",
  ],
  "a call with lists in lists": [
    `let list = []; for (let at = 0; at < 3000; at += 1) list = [list]; await api.list_incidents({ query: list })`,
    "is nested deeper than 100 levels",
  ],
  "a result of 200,000 numbers": ["return Array.from({ length: 200_000 }, () => 1)", "too large"],
  "a result of 10 MB of text": [`return "x".repeat(10_000_000)`, "too large"],
  "a result of 1.9 MB of text": [`return "x".repeat(1_900_000)`, "cut"],
  "20,000 lines that are printed": ["for (let at = 0; at < 20_000; at += 1) print(at)", "cut"],
  "an error of 10 MB": [`throw new Error("x".repeat(10_000_000))`, "xxx…"],
};

it("a program holds up the loop for less than 50 ms, whatever sizes it chooses", async () => {
  const judge = createJudge(target.loop);
  await call(server.url, "run_read", { program: "return await api.list_incidents({})" });
  for (const [what, [program, says]] of Object.entries(programs)) {
    const { text } = await judge.try(what, () => call(server.url, "run_read", { program }));
    expect(text, what).toContain(says);
    expect(text.length, what).toBeLessThan(200_000);
  }
  judge.print("programs");
  expect(judge.faults).toEqual([]);
  // Nothing of this looks like an API that does not answer.
  expect(
    (await call(server.url, "run_read", { program: "return await api.list_incidents({})" })).text,
  ).toContain("result");
});
