import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMcpService } from "../../../runtime/mcp/service.js";
import { createRegistry } from "../../../runtime/registry/registry.js";
import { fakeCaller } from "../../fixtures/fake-caller.js";
import { smallApi } from "../../fixtures/small-api.js";
import { calibrate } from "../../attack/kit/ratio.js";
import { MOST_RATIO } from "../../attack/kit/loop.js";

/*
 * Programs that try to take more than they may. Each ends as a clear error, and meanwhile the process answers others: no
 * turn of its event loop takes longer than the work of one call may.
 */

interface Bomb {
  readonly program: string;
  readonly kind: string;
  readonly says: RegExp;
}

const bombs: Record<string, Bomb> = {
  "an endless loop": { program: "for (;;) {}", kind: "timeout", says: /took longer than 2 s/ },
  "an endless loop of promises": {
    program: "for (;;) await null",
    kind: "timeout",
    says: /took longer than 2 s/,
  },
  "a regular expression": {
    program: 'return /^(a+)+$/.test("a".repeat(60) + "b")',
    kind: "timeout",
    says: /took longer than 2 s/,
  },
  "an endless recursion": {
    program: "const f = () => f() + 1; return f()",
    kind: "program_failed",
    says: /InternalError: stack overflow/,
  },
  "a recursion in a parser": {
    program: 'return JSON.parse("[".repeat(1e6))',
    kind: "program_failed",
    says: /stack overflow|SyntaxError/,
  },
  "a large string": {
    program: 'return "x".repeat(1e9).length',
    kind: "program_failed",
    says: /MemoryError|string too long|out of memory/,
  },
  "a large buffer": {
    program: "return new Uint8Array(1e9).length",
    kind: "program_failed",
    says: /memory/,
  },
  "a growing list": {
    program: "const all = []; for (;;) all.push(new Uint8Array(1e6))",
    kind: "program_failed",
    says: /MemoryError: The program used more memory than it may/,
  },
  "a promise that never settles": {
    program: "await new Promise(() => {})",
    kind: "program_failed",
    says: /waits for a promise that never settles/,
  },
  "300 calls": {
    program: "for (let n = 0; n < 300; n += 1) await api.list_incidents({})",
    kind: "program_failed",
    says: /more than 200 calls/,
  },
  "300 calls at once": {
    program: "await Promise.all(Array.from({ length: 300 }, () => api.list_incidents({})))",
    kind: "program_failed",
    says: /more than 200 calls/,
  },
  "a changed prototype": {
    program: `Object.prototype.kind = "ok"; Array.prototype.push = null; Promise.prototype.then = null;
      JSON.parse = JSON.stringify = null; await api.list_incidents({}); throw new Error("end")`,
    kind: "program_failed",
    says: /./,
  },
  "a text that closes its function": {
    program: "}); throw new Error('outside'); (async () => {",
    kind: "program_failed",
    says: /./,
  },
  "a module": { program: 'return await import("node:fs")', kind: "program_failed", says: /./ },
  "a module by its old name": {
    program: 'return require("fs")',
    kind: "program_failed",
    says: /'require' is not defined/,
  },
  "the process": { program: "return process.env", kind: "program_failed", says: /'process' is not defined/ },
  "the network": {
    program: 'return fetch("http://x")',
    kind: "program_failed",
    says: /'fetch' is not defined/,
  },
  "a timer": {
    program: "setTimeout(() => {}, 1)",
    kind: "program_failed",
    says: /'setTimeout' is not defined/,
  },
  "the function of functions": {
    program: 'return Function("return process")()',
    kind: "program_failed",
    says: /'process' is not defined/,
  },
  "an object that throws in its text": {
    program: "return { toJSON() { throw new Error('no text') } }",
    kind: "program_failed",
    says: /no text/,
  },
  "a circle": { program: "const a = {}; a.a = a; return a", kind: "program_failed", says: /circular/ },
};

let unit: number;
const api = smallApi();
const registry = createRegistry(api.catalogue, { surface: "code" });
const service = createMcpService({
  api,
  registry,
  caller: fakeCaller(),
  version: "0",
  report: () => {},
  programs: { limits: { seconds: 2 } },
});
const run = async (program: string) => {
  const outcome = await service.callTool("run_read", { program }, { signal: new AbortController().signal });
  return JSON.parse(service.resultOf(outcome).content[0].text) as {
    result?: unknown;
    error?: { kind: string; message: string };
  };
};

/** Milliseconds that the main thread has run. Other threads and processes do not count. */
function spentMs(): number {
  if (process.platform !== "linux") return performance.now();
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
}

/** The longest turn of the event loop until the returned function is called, in milliseconds. */
function watchTurns(): () => number {
  let [worst, before] = [0, spentMs()];
  const tick = () => {
    const now = spentMs();
    worst = Math.max(worst, now - before);
    before = now;
  };
  const timer = setInterval(tick, 5);
  return () => {
    clearInterval(timer);
    tick();
    return worst;
  };
}

beforeAll(async () => {
  unit = calibrate();
  // The first program compiles the engine.
  await run("return 1");
});
afterAll(async () => void (await run("return 1")));

describe("a program with", () => {
  it.each(Object.entries(bombs))("%s ends as an error, and holds up nothing", async (_, bomb) => {
    let [ratio, error] = [Infinity, undefined as Awaited<ReturnType<typeof run>>["error"]];
    // What a bomb costs, it costs each time. The garbage of another test is only collected once.
    for (let tries = 0; ratio > MOST_RATIO && tries < 4; tries += 1) {
      const turns = watchTurns();
      ({ error } = await run(bomb.program));
      ratio = turns() / unit;
    }
    expect(ratio).toBeLessThan(MOST_RATIO);
    expect(error?.kind, error?.message).toBe(bomb.kind);
    expect(error?.message).toMatch(bomb.says);
    expect(await run("return 1 + 1")).toEqual({ result: 2 });
  });

  it("all of them at once leaves the others in order", async () => {
    const some = ["an endless loop", "a growing list", "an endless recursion"].map((name) => bombs[name]!);
    const [good, ...bad] = await Promise.all([run("return 7"), ...some.map(({ program }) => run(program))]);
    expect(good).toEqual({ result: 7 });
    // They share the processor, so each may also run out of its time.
    for (const { error } of bad) expect(["timeout", "program_failed"]).toContain(error?.kind);
  });

  it("more than eight programs at once refuses the ninth", async () => {
    const all = await Promise.all(Array.from({ length: 9 }, () => run("for (let n = 0; n < 1e6; n += 1);")));
    expect(all.filter(({ error }) => error?.kind === "busy")).toHaveLength(1);
  });
});
