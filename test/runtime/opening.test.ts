import { PassThrough } from "node:stream";
import { SUPPORTED_PROTOCOL_VERSIONS } from "@modelcontextprotocol/server";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type McpService } from "../../runtime/mcp/service.js";
import { createOpening } from "../../runtime/transport/opening.js";
import { createMessageSpans } from "../../runtime/transport/message-spans.js";
import { continueSession } from "../../runtime/transport/session.js";
import {
  greeting,
  initialize,
  initialized,
  listMethods,
  lists,
  makeService,
  report,
  line,
  type RpcMessage,
  reading,
} from "./kit/opening.js";

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

/** A message as parsed from a line: undefined members do not exist. */
function onWire(message: object): Record<string, unknown> {
  return JSON.parse(line(message)) as Record<string, unknown>;
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
