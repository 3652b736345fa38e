import { spawn } from "node:child_process";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it, vi } from "vitest";
import { createMcpService } from "../../runtime/mcp/service.js";
import { createRegistry } from "../../runtime/registry/registry.js";
import { linesOf } from "../../runtime/transport/lines.js";
import { serveStdio } from "../../runtime/transport/stdio.js";
import { mostBytes } from "../../runtime/transport/stdio-streams.js";
import { fakeCaller } from "../fixtures/fake-caller.js";
import { smallApi } from "../fixtures/small-api.js";
import { call, get, greeting, introductions, refused, taken } from "./kit/odd-messages.js";

/*
 * Unusual messages of clients in other languages, and lines that are not messages: each gets a one-line answer, and
 * none ends the session.
 */
interface RpcMessage {
  readonly id: unknown;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A session over streams; what is written to it and what it answered. */
function converse() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const api = smallApi();
  const registry = createRegistry(api.catalogue);
  const service = createMcpService({ api, registry, caller: fakeCaller(), version: "0", report: () => {} });
  const serving = serveStdio(service, async () => service, { input, output, report: () => {} });
  const answers: (RpcMessage | RpcMessage[])[] = [];
  void (async () => {
    for await (const line of linesOf(output, 1e9))
      if ("text" in line) answers.push(JSON.parse(line.text) as RpcMessage);
  })();
  return {
    answers,
    write: (...lines: (string | object)[]) =>
      lines.forEach((one) => input.write(`${typeof one === "string" ? one : JSON.stringify(one)}\n`)),
    async until(count: number) {
      await vi.waitFor(() => expect(answers.length).toBeGreaterThanOrEqual(count), { timeout: 30_000 });
      return answers;
    },
    async end() {
      input.end();
      await serving.ended;
    },
  };
}

describe("a line is refused in one sentence", () => {
  it.each(Object.entries(refused))("%s", async (_, { given, id, code, says }) => {
    const { write, until, end } = converse();
    write(greeting("2025-11-25"), given, call(9, get));
    const [, first, second] = (await until(3)) as RpcMessage[];
    const [refusal, answer] = first!.id === 9 ? [second!, first!] : [first!, second!];
    expect(refusal).toMatchObject({ id, error: { code } });
    expect(refusal.error!.message).toContain(says);
    expect(refusal.error!.message).not.toMatch(/\n|"path"/);
    expect(answer.result).toBeDefined();
    await end();
  });
});

describe("null is taken as absent", () => {
  it.each(Object.entries(taken))("for %s", async (_, given) => {
    const { write, until, end } = converse();
    write(greeting("2025-06-18"), given);
    const [, answer] = (await until(2)) as RpcMessage[];
    expect(answer).toMatchObject({ id: 1, result: expect.any(Object) as object });
    await end();
  });

  it.each(introductions)("when a client introduces itself with %j", async (more) => {
    const { write, until, end } = converse();
    write(greeting("2025-06-18", more));
    expect(await until(1)).toMatchObject([{ id: 0, result: { protocolVersion: "2025-06-18" } }]);
    await end();
  });
});

it("a byte order mark, empty lines and CRLF are ignored", async () => {
  const { write, until, end } = converse();
  write(`\uFEFF${JSON.stringify(greeting("2025-06-18"))}\r`, "", "\r", `${JSON.stringify(call(1, get))}\r`);
  expect(await until(2)).toMatchObject([{ id: 0 }, { id: 1, result: {} }]);
  await end();
});

describe("a batch in revision 2025-03-26", () => {
  it("is answered as one list, with an error for each refused message", async () => {
    const { write, until, end } = converse();
    write(greeting("2025-03-26"), [
      call(1, get),
      { jsonrpc: "2.0", method: "notifications/initialized" },
      5,
      call(2, get),
    ]);
    const [, list] = await until(2);
    expect((list as RpcMessage[]).map(({ id }) => id).sort()).toEqual([1, 2, null]);
    await end();
  });

  it("with only notifications has no answer, and a cancelled call is not waited for", async () => {
    const { write, until, answers, end } = converse();
    write(greeting("2025-03-26"), [{ jsonrpc: "2.0", method: "notifications/initialized" }], call(9, get));
    await until(2);
    expect(answers).toMatchObject([{ id: 0 }, { id: 9 }]);
    await end();
  });
});

it("a line over 10 MiB is refused by its id, and the process continues and ends with its input", async () => {
  const file = join(import.meta.dirname, "../fixtures/serve-small.ts");
  const child = spawn(process.execPath, ["--import", "tsx", file, "stdio"], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const answers: RpcMessage[] = [];
  const read = (async () => {
    for await (const line of linesOf(child.stdout, 1e9))
      if ("text" in line) answers.push(JSON.parse(line.text) as RpcMessage);
  })();
  const long = (id: number) => `${JSON.stringify(call(id, { ...get, pad: "x".repeat(mostBytes) }))}\n`;
  child.stdin.write(long(1));
  child.stdin.write(`${JSON.stringify(greeting("2025-06-18"))}\n`);
  child.stdin.write(`${JSON.stringify(call(2, get))}\n${long(3)}${JSON.stringify(call(4, get))}\n`);
  child.stdin.end();
  const code = await new Promise((resolve) => child.once("close", resolve));
  await read;
  expect(code).toBe(0);
  expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([0, 1, 2, 3, 4]));
  for (const id of [1, 3])
    expect(answers.find((one) => one.id === id)!.error).toMatchObject({
      code: -32600,
      message: expect.stringContaining("too long") as string,
    });
  for (const id of [2, 4]) expect(answers.find((one) => one.id === id)!.result).toBeDefined();
});
