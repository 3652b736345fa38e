import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schemasOf, tools } from "../all-tools.js";
import { rpc } from "../gateway/kit/requests.js";
import { value, text, valueFor } from "./kit/hostile.js";
import { createJudge } from "./kit/judge.js";
import { settings } from "./kit/settings.js";
import { startTarget, type Target } from "./kit/target.js";

/*
 * Calls of all tools with hostile arguments, on two server URLs: one that reads only, and one whose writes need a
 * person's approval. So nothing but a GET may leave, whatever is sent.
 */

let target: Target;
let urls: readonly [reads: string, asks: string];
beforeAll(async () => {
  target = await startTarget();
  const [reads, asks] = await Promise.all([
    target.makeServer({ methods: ["read"] }),
    target.makeServer({ confirm: "write" }),
  ]);
  urls = [reads.url, asks.url];
  const one = { id: "00000000-0000-4000-8000-000000000001", name: "Payments", summary: "x" };
  target.upstream.reply = () => ({ body: JSON.stringify({ data: [one], pagination: { next: null } }) });
  for (const url of urls) await call(url, "list_teams", {});
  await call(urls[0], "search_tools", { query: "teams" });
}, 120_000);
afterAll(() => target?.stop());

/** Sends a call as it is; an answer that is not JSON-RPC is a fault. */
async function call(url: string, name: string, args: unknown): Promise<void> {
  const { status, text: given } = await rpc(url, "tools/call", { name, arguments: args });
  // 400 and 413 refuse a message for its shape or its size.
  expect([200, 400, 413], given.slice(0, 200)).toContain(status);
  expect(given, name).toContain('"jsonrpc"');
  if (given.length > 200_000) throw new Error(`${name} answers with ${given.length} characters.`);
}

const paths = tools.flatMap((tool) =>
  schemasOf(tool)
    .filter(([path, schema]) => path !== "" && !schema.properties && !schema.items)
    .map(([path]) => ({ tool: tool.name, path })),
);

/** Arguments with a value at a path such as `impacts[].id`. */
function argumentsWith(path: string, held: unknown): unknown {
  return path.split(".").reduceRight<unknown>((inner, step) => {
    const levels = step.split("[]").length - 1;
    const wrapped = Array.from({ length: levels }).reduce<unknown>((one) => [one], inner);
    const name = step.replaceAll("[]", "");
    return name === "" ? wrapped : { [name === "*" ? "any" : name]: wrapped };
  }, held);
}

/** What left since the last look that must not have. */
function lookAtSent(judge: ReturnType<typeof createJudge>, what: string): void {
  for (const { method, path, key } of target.upstream.sent.splice(0)) {
    const isWithin = /^\/(?:v1|scim)\//.test(path) && !/\/\.\.?(?:\/|$)|\\/.test(path.split("?", 1)[0]!);
    if (method !== "GET" || !isWithin || key !== target.key)
      judge.left(`${what}: ${method} ${path.slice(0, 100)}`);
  }
}

describe("hostile arguments", () => {
  it("at every path of every tool", { timeout: 300_000 }, async () => {
    const judge = createJudge(target.loop);
    const groups = groupedByTool();
    let place = 0;
    for (const [tool, own] of groups) {
      // One figure for each tool's paths: asking for it takes as long as a call.
      await judge.try(tool, async () => {
        for (const { path } of own) {
          const bytes = (place += 1) % 97 === 0 ? 900_000 : 5_000;
          await call(urls[place % 2]!, tool, argumentsWith(path, valueFor(place, bytes)));
        }
      });
      lookAtSent(judge, tool);
    }
    judge.print(`${paths.length} paths of ${groups.size} tools`);
    expect(judge.faults).toEqual([]);
  });

  it("of any kind, size and depth, in any call", { timeout: 300_000 }, async () => {
    const judge = createJudge(target.loop);
    const anyTool = fc.oneof(fc.constantFrom(...tools.map(({ name }) => name)), text);
    const names = fc.oneof(
      fc.constantFrom(
        "id",
        "name",
        "query",
        "limit",
        "cursor",
        "fields",
        "view",
        "tags",
        "team_ids",
        "labels",
      ),
      text,
    );
    const args = fc.oneof(fc.dictionary(names, value, { maxKeys: 3 }), value);
    const calls = fc.oneof(
      fc.tuple(anyTool, args),
      fc.tuple(fc.constantFrom("search_tools", "search"), fc.record({ query: text })),
      fc.tuple(fc.constant("fetch"), fc.record({ id: text })),
      fc.tuple(fc.constant("describe_tool"), fc.record({ name: text })),
      fc.tuple(
        fc.constantFrom("execute_read", "execute_write", "execute_delete"),
        fc.record({ tool: anyTool, arguments: args }),
      ),
      fc.tuple(fc.constant("list_incidents"), fc.record({ cursor: text })),
      fc.tuple(fc.constant("list_incidents"), fc.record({ fields: text })),
      fc.tuple(fc.constant("get_team"), fc.record({ team_id: text })),
      fc.tuple(
        fc.constant("create_incident"),
        fc.record({ name: text, team_ids: fc.array(text, { maxLength: 3 }) }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(calls, fc.nat(1), async ([name, given], which) => {
        const what = `${name.slice(0, 40)} ${JSON.stringify(given)?.slice(0, 60)}`;
        await judge.try(what, () => call(urls[which]!, name, given));
        lookAtSent(judge, what);
      }),
      { ...settings, numRuns: 250 },
    );
    judge.print("calls");
    expect(judge.faults).toEqual([]);
  });
});

function groupedByTool(): Map<string, { tool: string; path: string }[]> {
  const groups = new Map<string, { tool: string; path: string }[]>();
  for (const one of paths) groups.set(one.tool, [...(groups.get(one.tool) ?? []), one]);
  return groups;
}
