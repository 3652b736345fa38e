import { describe, expect, it } from "vitest";
import { z } from "zod";
import { programBench } from "./kit.js";
import { bench, value } from "./bench.js";

describe("the arguments of a program's tool", () => {
  it("are checked", async () => {
    for (const [tool, args] of [
      ["run_read", {}],
      ["run_read", { program: "", resume: "x" }],
      ["run_write", {}],
      ["run_write", { program: "", resume: "x" }],
    ] as const)
      expect((await bench.call(tool, args)).error?.kind).toBe("invalid_arguments");
    expect((await bench.call("run_write", { resume: "prg_1" })).error?.message).toContain(
      "No program of this name waits",
    );
  });

  it("may be 100 kB long", async () => {
    const long = (bytes: number) => `return 1 //${"x".repeat(bytes - 11)}`;
    expect(await value(long(100_000))).toEqual({ result: 1 });
    expect((await bench.run(long(100_001))).error?.message).toContain("longer than 100 kB");
  });

  it("are those of their schemas", () => {
    const { tools } = bench.service.lists["tools/list"];
    expect(tools.slice(1).map(({ inputSchema }) => Object.keys(inputSchema.properties ?? {}))).toEqual([
      ["program"],
      ["program", "resume"],
    ]);
    expect(z.object({ required: z.array(z.string()) }).parse(tools[1]!.inputSchema).required).toEqual([
      "program",
    ]);
  });
});

describe("progress of a program", () => {
  it("names the call under way, and cancelling ends it", async () => {
    const told: string[] = [];
    const stop = new AbortController();
    const slow = await programBench({
      "GET /v1/teams": () => {
        stop.abort();
        return new Promise(() => {});
      },
    });
    const { error } = await slow.run("await api.list_incidents({}); await api.list_teams({})", "run_read", {
      signal: stop.signal,
      progress: ({ message }) => told.push(message),
    });
    expect(told).toEqual(["Call 1: list_incidents", "Call 2: list_teams"]);
    expect(error?.kind).toBe("cancelled");
    await slow.close();
  });
});
