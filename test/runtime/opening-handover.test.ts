import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { type McpService } from "../../runtime/mcp/service.js";
import { serveStdio } from "../../runtime/transport/stdio.js";
import { initialize, initialized, lists, makeService, report, line, reading } from "./kit/opening.js";

describe("a session after its opening", () => {
  it("answers each request once, and the SDK knows what the client sent at first", async () => {
    const { service, caller } = makeService();
    const { say, answers, loads, end } = converse(service);
    say(initialize, initialized, ...lists);
    await answers(1 + lists.length);
    expect(loads()).toBe(0);
    say({ id: 20, method: "tools/call", params: { name: "get_incident", arguments: { incident_id: "7" } } });
    say({ id: 21, method: "tools/list" });
    const all = await answers(3 + lists.length);
    expect(all.map(({ id }) => id).sort((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 20, 21]);
    expect(loads()).toBe(1);
    // Only a client that declared it can be asked.
    expect(caller.calls[0]!.context.asking).toBeDefined();
    await end();
  });

  it("can hand over in the middle of a chunk or a character", async () => {
    const { service, caller } = makeService();
    const { write, answers, end } = converse(service);
    const call = {
      id: 1,
      method: "tools/call",
      params: { name: "get_incident", arguments: { incident_id: "é" } },
    };
    const bytes = Buffer.from(`${line(initialize)}\n${line(call)}\n`);
    const within = bytes.indexOf("é") + 1;
    write(bytes.subarray(0, within));
    await answers(1);
    write(bytes.subarray(within));
    await answers(2);
    expect(caller.calls[0]!.args).toEqual({ incident_id: "é" });
    await end();
  });

  it("ends with its input, before and after the hand-over", async () => {
    const { say, answers, end } = converse(makeService().service);
    say(initialize);
    await answers(1);
    await end();
  });
});

it("the code that serves stdio until the list loads no SDK, zod, undici or yaml", async () => {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL("../../cli/serve/serve.ts", import.meta.url))],
    bundle: true,
    splitting: true,
    outdir: "out",
    format: "esm",
    platform: "node",
    packages: "external",
    write: false,
    metafile: true,
  });
  const reached = new Set(
    Object.keys(metafile.outputs).filter((name) => /(^|\/)(serve|stdio-\w+)\.js$/.test(name)),
  );
  const packages = new Set<string>();
  for (const output of reached)
    for (const { path, kind, external } of metafile.outputs[output]!.imports)
      if (kind === "import-statement") (external ? packages : reached).add(path);
  expect([...packages].filter((name) => !name.startsWith("node:")).sort()).toEqual([
    "fastest-levenshtein",
    "yargs",
  ]);
});

/** A session over streams without a process. */
function converse(service: McpService) {
  const input = new PassThrough();
  const output = new PassThrough();
  let loads = 0;
  const serving = serveStdio(service, async () => (loads++, service), { input, output, report });
  return {
    ...reading(output),
    write: (bytes: Buffer) => input.write(bytes),
    say: (...messages: object[]) => input.write(messages.map((message) => `${line(message)}\n`).join("")),
    loads: () => loads,
    async end() {
      input.end();
      await serving.ended;
    },
  };
}
