import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

const many = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at));
const named = (count: number) =>
  Object.fromEntries(many(count, (at) => at.toString(36)).map((name) => [name, 1]));

/** Calls that must be refused before anything is sent. */
const refused: Record<string, readonly [tool: string, args: object]> = {
  "20,000 unknown arguments": ["list_incidents", named(20_000)],
  "90,000 unknown arguments": ["list_incidents", named(90_000)],
  "90,000 unknown arguments of an executor's call": [
    "execute_read",
    { tool: "list_incidents", arguments: named(90_000) },
  ],
  "100,000 names in team_ids": [
    "create_incident",
    { name: "x", team_ids: many(100_000, (at) => at.toString(36)) },
  ],
  "20,000 misspelt names in a record": ["create_incident", { name: "x", impacts: [named(9_000)] }],
  "a list in a list, 100,000 levels deep": ["create_incident", { name: "x", labels: "[".repeat(100_000) }],
  "9,000 names in team_ids": ["create_incident", { name: "x", team_ids: many(9_000, (at) => `team ${at}`) }],
};

/** Calls whose texts have many parts. They may be sent. */
const taken: Record<string, readonly [tool: string, args: object]> = {
  'priorities: "a," 10,000 times': ["list_incidents", { priorities: "a,".repeat(10_000) }],
  'priorities: "a," 400,000 times': ["list_incidents", { priorities: "a,".repeat(400_000) }],
  "priorities: 100,000 different names": ["list_incidents", { priorities: many(100_000, String).join(",") }],
  "teams: one name of 900 KB": ["list_incidents", { teams: "x".repeat(900_000) }],
  "a search of 100,000 words": ["search_tools", { query: many(100_000, (at) => at.toString(36)).join(" ") }],
  "a tool's name of 900 KB": ["execute_read", { tool: "list_".repeat(180_000) }],
};

describe("a count that the caller chooses", () => {
  it(
    "holds up the loop for less than 50 ms, and what is at fault is not sent",
    { timeout: 120_000 },
    async () => {
      const judge = createJudge(target.loop);
      await call(server.url, "list_incidents");
      await call(server.url, "search_tools", { query: "incidents" });
      for (const [what, [tool, args]] of Object.entries(refused)) {
        target.upstream.sent.length = 0;
        const { text } = await judge.try(what, () => call(server.url, tool, args));
        expect(text.length, what).toBeLessThan(100_000);
        for (const { method, path } of target.upstream.sent)
          if (method !== "GET" || tool !== "create_incident") judge.left(`${what}: ${method} ${path}`);
      }
      for (const [what, [tool, args]] of Object.entries(taken))
        await judge.try(what, () => call(server.url, tool, args));
      judge.print("counts");
      expect(judge.faults).toEqual([]);
    },
  );

  it(
    "of patterns in a server's config holds up the loop for less than 50 ms",
    { timeout: 120_000 },
    async () => {
      const judge = createJudge(target.loop);
      const configs = {
        "500 patterns of 70 stars": { tools: { allow: many(500, (at) => `${"*a".repeat(35)}${at}`) } },
        "500 patterns of 8 stars": { tools: { allow: many(500, (at) => `${"*e".repeat(8)}${at}`) } },
        "200 patterns of 8 stars that match": {
          tools: { deny: many(200, (at) => `l${"*".repeat(8)}${"i_st"[at % 4]!}`) },
        },
        "200 patterns of 8 stars that nearly match": {
          tools: { allow: many(200, (at) => `${"*e*t".repeat(4)}${at}`) },
        },
        "500 names that no tool has": {
          tools: { allow: many(500, (at) => `list_${"incidents_".repeat(8)}${at}`) },
        },
        "500 patterns to confirm": { confirm: many(500, (at) => `*a*b*c*d*${at}`) },
      };
      const path = `/integrated-account/${target.account}/mcp`;
      for (const [what, config] of Object.entries(configs)) {
        for (const [method, to, body] of [
          ["POST", path, { name: "x", config }],
          ["PATCH", `${path}/${server.id}`, { config }],
        ] as const)
          await judge.try(`${method} with ${what}`, () => target.gateway.ask(method, to, body));
      }
      judge.print("patterns");
      expect(judge.faults).toEqual([]);
    },
  );
});
