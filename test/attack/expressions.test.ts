import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, type MadeServer } from "../gateway/kit/requests.js";
import { createJudge } from "./kit/judge.js";
import { settings } from "./kit/settings.js";
import { startTarget, type Target } from "./kit/target.js";

/* `fields` is a program of the caller's: JMESPath over an answer whose size the API chooses. */

let target: Target;
let server: MadeServer;
beforeAll(async () => {
  target = await startTarget();
  server = await target.makeServer();
  const incidents = Array.from({ length: 400 }, (_, at) => ({
    id: `id-${at}`,
    name: `Incident ${at}`,
    summary: "Checkout fails for some customers. ".repeat(20),
    milestones: [1, 2, 3].map((id) => ({ id, type: "started" })),
  }));
  target.upstream.reply = () => ({ body: JSON.stringify({ data: incidents, pagination: { next: null } }) });
}, 120_000);
afterAll(() => target?.stop());

const known = [
  "map(&length(map(&length(map(&length(map(&length(@),$)),$)),$)), @)",
  "map(&map(&$,$),$)",
  "[?length($[?length($[?length($) > `0`]) > `0`]) > `0`]",
  "map(&sort_by($, &name), @)",
  "map(&join('', map(&name, $)), @)",
  "[*].[$, $, $, $][].[$, $][]",
  `${"[@, @] | ".repeat(80)}@`,
  `${"to_string([@, @]) | ".repeat(60)}@`,
  `${"reverse(".repeat(150)}@${")".repeat(150)}`,
  `${"(".repeat(900)}@${")".repeat(900)}`,
  "map(&contains(to_string($), to_string(@)), @)",
  "[*].replace(summary, '', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')",
  "map(&pad_left(name, `1000000`, 'x'), @)",
  "let $a = @ in map(&let $b = $a in map(&$b, $a), @)",
];

/** Expressions by the grammar: everything that goes through the list again, nested in one another. */
const { expression } = fc.letrec<{ expression: string; list: string; value: string }>((tie) => ({
  list: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom("@", "$", "[]", "[*]", "[::-1]", "[].milestones[]"),
    fc.tuple(tie("expression"), tie("list")).map(([each, list]) => `map(&${each}, ${list})`),
    fc.tuple(tie("list"), tie("value")).map(([list, value]) => `(${list})[?${value} != \`null\`]`),
    fc.tuple(tie("list"), tie("value")).map(([list, value]) => `sort_by(${list}, &to_string(${value}))`),
    tie("list").map((list) => `(${list})[].[@, @][]`),
    fc.tuple(tie("list"), tie("list")).map(([one, other]) => `[${one}, ${other}][]`),
  ),
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom("id", "name", "summary", "@"),
    tie("list").map((list) => `length(${list})`),
    tie("list").map((list) => `to_string(${list})`),
    fc
      .tuple(tie("value"), tie("value"))
      .map(([one, other]) => `contains(to_string(${one}), to_string(${other}))`),
    fc.tuple(tie("value"), tie("value")).map(([one, other]) => `${one} == ${other}`),
  ),
  expression: fc.oneof(
    { maxDepth: 6 },
    tie("list"),
    tie("value"),
    tie("list").map((list) => `{a: ${list}, b: ${list}}`),
  ),
}));

const evaluate = (fields: string) => call(server.url, "list_incidents", { fields });

describe("an expression in fields", () => {
  it(
    "holds up the loop for less than 50 ms, however it nests maps, filters and $",
    { timeout: 120_000 },
    async () => {
      const judge = createJudge(target.loop);
      await evaluate("[].id");
      for (const fields of known) await judge.try(fields, () => evaluate(fields));
      await fc.assert(
        fc.asyncProperty(expression, async (fields) => {
          await judge.try(fields, () => evaluate(fields.slice(0, 2_000)));
        }),
        { ...settings, numRuns: 100 },
      );
      judge.print("expressions");
      expect(judge.faults).toEqual([]);
    },
  );

  it("does not keep the gateway from ending when it is asked to", async () => {
    const calls = Array.from({ length: 30 }, (_, at) =>
      evaluate(known[at % known.length]!).catch(() => undefined),
    );
    await target.loop.worst();
    expect(await target.gateway.stop()).toBe(0);
    await Promise.all(calls);
  });
});
