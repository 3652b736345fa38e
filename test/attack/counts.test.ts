import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tools as allTools } from "../all-tools.js";
import { call, type MadeServer } from "../gateway/kit/requests.js";
import { createJudge } from "./kit/judge.js";
import { startTarget, type Target } from "./kit/target.js";

/* Counts that a caller chooses: names of arguments, values of a list, parts of a text, patterns. */

let target: Target;
let server: MadeServer;
beforeAll(async () => {
  target = await startTarget();
  server = await target.makeServer();
}, 120_000);
afterAll(() => target?.stop());

const toolNames = allTools.map(({ name }) => name);
const many = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at));
const named = (count: number, prefix = "") =>
  Object.fromEntries(many(count, (at) => prefix + at.toString(36)).map((name) => [name, 1]));
const teams = (...team_ids: string[]) => ({ name: "x", team_ids });
/** Lists in lists. JSON.stringify cannot write so many. */
const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

/** A call that is refused before anything is sent, and what says which limit refused it. */
interface Refused {
  readonly tool: string;
  readonly args: object;
  readonly says: string;
}

const tooMany = "The message holds too many values";
const refused: Record<string, Refused> = {
  "90,000 unknown arguments": { tool: "list_incidents", args: named(90_000), says: tooMany },
  "90,000 unknown arguments of an executor's call": {
    tool: "execute_read",
    args: { tool: "list_incidents", arguments: named(90_000) },
    says: tooMany,
  },
  "100,000 names in team_ids": {
    tool: "create_incident",
    args: teams(...many(100_000, (at) => at.toString(36))),
    says: tooMany,
  },
  "15,000 unknown arguments": {
    tool: "list_incidents",
    args: named(15_000),
    says: "hold more than 10000 values",
  },
  "5,000 unknown arguments": {
    tool: "list_incidents",
    args: named(5_000, "incident_"),
    says: "5000 arguments are at fault",
  },
  "9,000 misspelt names in a record": {
    tool: "create_incident",
    args: { name: "x", impacts: [named(9_000)] },
    says: "is not an argument here",
  },
  "a name of an argument of 900 KB": {
    tool: "list_incidents",
    args: { ["x".repeat(900_000)]: 1 },
    says: "is not an argument here",
  },
  "9,000 texts that are not Unicode": {
    tool: "create_incident",
    args: teams(...many(9_000, () => "\ud800")),
    says: "8900 more faults",
  },
  "9,000 numbers instead of names": {
    tool: "create_incident",
    args: { name: "x", team_ids: many(9_000, String).map(Number) },
    says: "9000 arguments are at fault",
  },
  "9,000 names in team_ids": {
    tool: "create_incident",
    args: teams(...many(9_000, (at) => `team ${at}`)),
    says: "looks up at most 100 names",
  },
  "a name of 900 KB in team_ids": {
    tool: "create_incident",
    args: teams("x".repeat(900_000)),
    says: "longer than a name's 500 characters",
  },
  'priorities: "a," 400,000 times': {
    tool: "list_incidents",
    args: { priorities: "a,".repeat(400_000) },
    says: "hold more than 10000 values",
  },
  "priorities: 9,000 different names": {
    tool: "list_incidents",
    args: { priorities: many(9_000, (at) => `priority ${at}`).join(",") },
    says: "looks up at most 100 names",
  },
  "a query of 900 KB": {
    tool: "list_incidents",
    args: { query: "x".repeat(900_000) },
    says: "at most 32768 can be sent",
  },
  "a search of 100,000 words": {
    tool: "search_tools",
    args: { query: many(100_000, (at) => at.toString(36)).join(" ") },
    says: "query: takes at most 500",
  },
  "a tool's name of 900 KB": {
    tool: "execute_read",
    args: { tool: "list_".repeat(180_000) },
    says: "tool",
  },
};

describe("a count that the caller chooses", () => {
  it(
    "holds up the loop for less than 50 ms, and what is at fault is not sent",
    { timeout: 120_000 },
    async () => {
      const judge = createJudge(target.loop);
      await call(server.url, "list_incidents");
      await call(server.url, "search_tools", { query: "incidents" });
      target.upstream.sent.length = 0;
      for (const [what, { tool, args, says }] of Object.entries(refused)) {
        const { text } = await judge.try(what, () => call(server.url, tool, args));
        expect(text, what).toContain(says);
        expect(text.length, what).toBeLessThan(100_000);
        for (const { method, path } of target.upstream.sent.splice(0))
          judge.left(`${what}: ${method} ${path.slice(0, 100)}`);
      }
      judge.print("counts");
      expect(judge.faults).toEqual([]);
    },
  );

  it("of levels is limited, and the call is refused", async () => {
    const body = `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"list_incidents","arguments":{"query":${nested(9_000)}}}}`;
    const headers = { "content-type": "application/json", accept: "application/json" };
    const judge = createJudge(target.loop);
    const send = async () => (await fetch(server.url, { method: "POST", headers, body })).text();
    expect(await judge.try("9,000 levels", send)).toContain("is nested deeper than 100 levels");
    expect(judge.faults).toEqual([]);
  });

  it(
    "of patterns in a server's config holds up the loop for less than 50 ms",
    { timeout: 120_000 },
    async () => {
      const judge = createJudge(target.loop);
      const tools = (kind: "allow" | "deny", patterns: readonly string[]) => ({
        tools: { [kind]: patterns },
      });
      const configs: Record<string, { config: object; says: string }> = {
        "100,000 patterns": {
          config: tools("allow", many(100_000, String)),
          says: "at most 500 entries",
        },
        "a pattern of 900 KB": {
          config: tools("allow", ["x".repeat(900_000)]),
          says: "at most 100 characters",
        },
        "200 patterns of 90 stars": {
          config: tools(
            "allow",
            many(200, (at) => `${"*".repeat(90)}${at}`),
          ),
          says: "more than 8 stars",
        },
        "500 patterns of 8 stars": {
          config: tools(
            "allow",
            many(500, (at) => `${"*e".repeat(8)}${at}`),
          ),
          says: "At most 200 patterns",
        },
        "200 patterns of 8 stars that match": {
          config: tools(
            "deny",
            toolNames.slice(0, 200).map((name) => name[0]! + "*".repeat(8) + name.slice(1)),
          ),
          says: '"id":"srv_',
        },
        "200 patterns of 8 stars that nearly match": {
          config: tools(
            "allow",
            many(200, (at) => `${"*e*t".repeat(4)}${at}`),
          ),
          says: "No tool matches",
        },
        "500 names that no tool has": {
          config: tools(
            "allow",
            many(500, (at) => `list_${"incidents_".repeat(8)}${at}`),
          ),
          says: "No tool matches",
        },
        "500 patterns to confirm": {
          config: { confirm: many(500, (at) => `*a*b*c*d*${at}`) },
          says: "At most 200 patterns",
        },
      };
      const path = `/integrated-account/${target.account}/mcp`;
      for (const [what, { config, says }] of Object.entries(configs)) {
        for (const [method, to, body] of [
          ["POST", path, { name: "x", config }],
          ["PATCH", `${path}/${server.id}`, { config }],
        ] as const) {
          const answer = await judge.try(`${method} with ${what}`, () =>
            target.gateway.ask(method, to, body),
          );
          const text = JSON.stringify(answer.body);
          expect(text, what).toContain(says);
          expect(text.length, what).toBeLessThan(100_000);
        }
      }
      judge.print("patterns");
      expect(judge.faults).toEqual([]);
    },
  );
});
