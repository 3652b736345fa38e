import { spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linesOf } from "../../runtime/index.js";
import { until } from "../faults/log.js";
import { call, get, greeting, refused, taken } from "../runtime/kit/odd-messages.js";
import { startTarget, type Target } from "./kit/target.js";

/* Odd lines on stdio, to the bundle's `serve` and to its `connect`: each request gets an answer, and the process goes on. */

interface Message {
  readonly id?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

let target: Target;
let url: string;
beforeAll(async () => {
  target = await startTarget();
  ({ url } = await target.makeServer());
  target.upstream.reply = () => ({ body: JSON.stringify({ id: "7", name: "a\u2028b\u2029c" }) });
});
afterAll(() => target?.stop());

/** A process that reads lines, and all messages that it wrote. */
function start(command: "serve" | "connect") {
  const args = { serve: ["serve", "--base-url", target.upstream.url], connect: ["connect", url] }[command];
  const child = spawn(process.execPath, [target.program, ...args], {
    env: { ...process.env, FIREHYDRANT_API_KEY: target.key },
    stdio: ["pipe", "pipe", "ignore"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const answers: Message[] = [];
  const lines: string[] = [];
  void (async () => {
    for await (const line of linesOf(child.stdout, 1e9)) {
      if (!("text" in line)) continue;
      lines.push(line.text);
      answers.push(...[JSON.parse(line.text) as Message | Message[]].flat());
    }
  })();
  return {
    answers,
    lines,
    write: (...given: (string | object)[]) =>
      given.forEach((one) => child.stdin.write(`${typeof one === "string" ? one : JSON.stringify(one)}\n`)),
    async end() {
      child.stdin.end();
      return ended;
    },
  };
}

describe.each(["serve", "connect"] as const)("%s", (command) => {
  it("answers each odd message in one sentence, and goes on", async () => {
    const { write, answers, end } = start(command);
    write(`\uFEFF${JSON.stringify(greeting("2025-11-25"))}\r`, "", "\r");
    await until(() => answers.length === 1);
    for (const [what, { given, code, says }] of Object.entries(refused)) {
      const before = answers.length;
      write(given);
      await until(() => answers.length > before);
      const { error } = answers.at(-1)!;
      expect(error, what).toMatchObject({
        code,
        message: expect.stringContaining(says) as string,
      });
      expect(error!.message, what).not.toMatch(/\n|"path"/);
    }
    for (const [what, given] of Object.entries(taken)) {
      const before = answers.length;
      write(given);
      await until(() => answers.length > before);
      expect(answers.at(-1), what).toMatchObject({ id: 1, result: expect.any(Object) as object });
    }
    expect(await end()).toBe(0);
  });

  it("refuses a line over 10 MiB by its id, and carries U+2028 and U+2029", async () => {
    const { write, answers, lines, end } = start(command);
    write(greeting("2025-06-18"));
    write(call(1, { ...get, pad: "x".repeat(10_500_000) }));
    write(call(2, { name: "get_incident", arguments: { incident_id: "a\u2028b\u2029c" } }));
    await until(() => answers.length === 3);
    // `connect` passes it on, and the gateway refuses it.
    expect(answers.find(({ id }) => id === 1)?.error?.message).toMatch(/too long|too large/);
    expect(answers.find(({ id }) => id === 2)?.result).toBeDefined();
    expect(lines.filter((line) => /[\u2028\u2029]/.test(line))).toEqual([]);
    expect(await end()).toBe(0);
  });
});
