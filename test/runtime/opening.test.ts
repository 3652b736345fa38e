import { once } from "node:events";
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { SUPPORTED_PROTOCOL_VERSIONS } from "@modelcontextprotocol/server";
import { build } from "esbuild";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMcpService, type McpService } from "../../runtime/mcp/service.js";
import { createRegistry } from "../../runtime/registry/registry.js";
import { createOpening } from "../../runtime/transport/opening.js";
import { createMessageSpans } from "../../runtime/transport/message-spans.js";
import { continueSession } from "../../runtime/transport/session.js";
import { serveStdio } from "../../runtime/transport/stdio.js";
import { fakeCaller } from "../fixtures/fake-caller.js";
import { smallApi } from "../fixtures/small-api.js";

const greeting = {
  protocolVersion: "2025-11-25",
  capabilities: { roots: { listChanged: true }, elicitation: {}, sampling: {} },
  clientInfo: { name: "test", title: "A test", version: "1" },
};
const initialize = { id: 0, method: "initialize", params: greeting };
const initialized = { method: "notifications/initialized" };
const listMethods = ["tools/list", "prompts/list", "resources/list", "resources/templates/list", "ping"];
const lists = listMethods.map((method, index) => ({ id: index + 1, method }));
const revisions = SUPPORTED_PROTOCOL_VERSIONS.filter((version) => version < "2026");

describe("the opening of a session over stdio", () => {
  it.each(revisions)(
    "is answered in %s exactly as the SDK would, without loading it",
    async (protocolVersion) => {
      const said = [{ ...initialize, params: { ...greeting, protocolVersion } }, initialized, ...lists];
      const { service } = makeService();
      const opening = createOpening(service);
      const answers = said
        .map((message) => opening.answer(onWire(message)))
        .filter((answer) => answer !== "");
      expect(answers).toHaveLength(1 + lists.length);
      expect(answers.map((answer) => JSON.parse(answer!))).toEqual(await answersOfSdk(service, said));
    },
  );

  it("is left to the SDK for unusual messages, and never answered differently", async () => {
    const { service } = makeService();
    let own = 0;
    await fc.assert(
      fc.asyncProperty(anyInitialize, anyList, async (first, second) => {
        const opening = createOpening(service);
        const said = [first, second];
        const answers = said.map((message) => opening.answer(onWire(message)));
        const answered = said.filter((_, index) => answers[index]);
        if (answered.length === 0) return;
        own += answered.length;
        const given = answers.flatMap((answer) => (answer ? [JSON.parse(answer) as object] : []));
        expect(given).toEqual(await answersOfSdk(service, answered));
      }),
      { numRuns: 200 },
    );
    expect(own).toBeGreaterThan(50);
  });

  const notForHere: Record<string, readonly object[]> = {
    "a list before any greeting": [lists[0]!],
    "a second greeting": [initialize, { ...initialize, id: 9 }],
    "a list from a cursor": [initialize, { id: 1, method: "tools/list", params: { cursor: "x" } }],
    "a revision that is not known": [
      { ...initialize, params: { ...greeting, protocolVersion: "2030-01-01" } },
    ],
    "capabilities that say more": [
      { ...initialize, params: { ...greeting, capabilities: { roots: { listChanged: 1 } } } },
    ],
    "a call": [initialize, { id: 1, method: "tools/call", params: { name: "get_incident", arguments: {} } }],
    "a method that every object has": [initialize, { id: 1, method: "constructor" }],
  };
  it.each(Object.entries(notForHere))("leaves %s to the SDK", (_, said) => {
    const opening = createOpening(makeService().service);
    const answers = said.map((message) => opening.answer(onWire(message)));
    expect(answers.at(-1)).toBeUndefined();
  });

  it("lists no prompts if there are none", () => {
    const { service } = makeService();
    const { "prompts/list": _none, ...rest } = service.lists;
    const opening = createOpening({ ...service, lists: rest });
    opening.answer({ jsonrpc: "2.0", ...initialize });
    expect(opening.answer({ jsonrpc: "2.0", id: 1, method: "prompts/list" })).toBeUndefined();
  });
});

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

function makeService(): { service: McpService; caller: ReturnType<typeof fakeCaller> } {
  const api = smallApi();
  const caller = fakeCaller();
  const registry = createRegistry(api.catalogue, { surface: "full" });
  return { service: createMcpService({ api, registry, caller, version: "0", report }), caller };
}

function report(): void {}

/** A message as parsed from a line: undefined members do not exist. */
function onWire(message: object): Record<string, unknown> {
  return JSON.parse(line(message)) as Record<string, unknown>;
}

function line(message: object): string {
  return JSON.stringify({ jsonrpc: "2.0", ...message });
}

type RpcMessage = { readonly id: number };

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

/** The SDK's answers to messages, by the order of their ids. */
async function answersOfSdk(service: McpService, said: readonly object[]): Promise<RpcMessage[]> {
  const output = new PassThrough();
  const nothing = { answer: () => undefined, said: [], answered: undefined };
  const session = continueSession(service, nothing, {
    output,
    report,
    spans: createMessageSpans(undefined),
  });
  for (const message of said) session.take({ jsonrpc: "2.0", ...message });
  const answers = await reading(output).answers(said.filter((message) => "id" in message).length);
  await session.end();
  return said.flatMap((message) => answers.filter(({ id }) => "id" in message && id === message.id));
}

function reading(output: PassThrough) {
  const lines = createInterface({ input: output });
  const got: RpcMessage[] = [];
  lines.on("line", (text) => got.push(JSON.parse(text) as RpcMessage));
  const answers = async (count: number): Promise<RpcMessage[]> => {
    while (got.length < count) await once(lines, "line");
    return [...got];
  };
  return { answers };
}

/** Mostly usual messages. */
function mostly<Value>(usual: Value, ...unusual: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...unusual) },
  );
}

const anyCapability = mostly(
  {},
  { listChanged: true },
  { form: {} },
  { a: 1 },
  { a: true },
  [],
  null,
  "x",
  5,
);
const capabilityNames = ["roots", "sampling", "elicitation", "experimental", "tasks", "extensions", "other"];

const anyInitialize = fc.record({
  id: mostly(0, "a", "", -1),
  method: fc.constant("initialize"),
  params: fc.record({
    protocolVersion: mostly(revisions[1], ...revisions, "2030-01-01", "2026-07-28", 5, undefined),
    capabilities: fc.dictionary(fc.constantFrom(...capabilityNames), anyCapability, { maxKeys: 2 }),
    clientInfo: fc.record({
      name: mostly("x", undefined, 5),
      version: fc.constant("1"),
      title: mostly("X", 5, undefined),
      websiteUrl: mostly("https://x.test", "nowhere", undefined),
      icons: mostly(undefined, [], "x"),
    }),
    _meta: mostly(undefined, {}, { progressToken: 1 }),
  }),
});

const anyList = fc.record({
  id: mostly(1, "b", 1.5),
  method: fc.constantFrom(...listMethods),
  params: mostly(
    undefined,
    {},
    { _meta: {} },
    { _meta: { progressToken: 1 } },
    { _meta: { a: 1 } },
    { cursor: "x" },
  ),
});
