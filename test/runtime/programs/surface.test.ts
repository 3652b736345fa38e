import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api } from "../../../generated/firehydrant/index.js";
import { scenarioPrograms } from "../../../scenarios/programs/programs.js";
import { programBench, type ProgramBench } from "./kit.js";

let bench: ProgramBench;
beforeAll(async () => void (bench = await programBench()));
afterAll(() => bench.close());

describe("the code surface", () => {
  it("lists three tools for at most 1,000 tokens", () => {
    const { tools } = bench.service.lists["tools/list"];
    expect(tools.map(({ name }) => name)).toEqual(["search_tools", "run_read", "run_write"]);
    expect(countTokens(JSON.stringify(tools))).toBeLessThanOrEqual(1_000);
    expect(tools.map(({ annotations }) => annotations?.readOnlyHint)).toEqual([true, true, false]);
  });

  it("says in its instructions how its tools are called", () => {
    expect(bench.service.instructions).toMatch(/no describe_tool .* api\.<tool>\(args\)/);
    const search = bench.service.lists["tools/list"].tools[0]!;
    expect(search.description).not.toContain("describe_tool");
  });

  it("answers a search with declarations of what it found", async () => {
    const { value: found } = await bench.call("search_tools", { query: "list incidents", limit: 1 });
    const { declarations, shown, of } = found as { declarations: string; shown: number; of: number };
    expect(declarations).toContain("interface Api {\n  /** Finds incidents");
    expect(declarations).toMatch(/list_incidents\(args\?: \{.*limit\?: number.*\}\): Promise<\{ items: /s);
    expect(shown).toBe(1);
    expect(of).toBeGreaterThan(1);
  });

  it("declares the answers of the best tools only, and explains their arguments", async () => {
    const { value: found } = await bench.call("search_tools", { query: "run a runbook on an incident" });
    const { declarations } = found as { declarations: string };
    expect(declarations).toContain(
      "execute_for: string /* Incident in the form incident/ followed by its id.",
    );
    expect(declarations).toContain("wait_seconds waits for that. */\n  create_runbook_execution(");
    expect(declarations).toContain("interface Runbooks_ExecutionEntity {");
    expect(declarations).toMatch(
      /\/\/ Not declared here: .*\bRunbookEntity\b.* Search for the name of a type/,
    );
  });

  it("declares whole types that a search names, and no types of hidden tools", async () => {
    const search = async (query: string, on = bench) =>
      ((await on.call("search_tools", { query })).value as { declarations: string }).declarations;
    const cut = /Not declared here: .*Ticketing_TicketEntity/;
    expect(await search("get an incident")).toMatch(cut);
    const whole = await search("Ticketing_TicketEntity; Incidents_MilestoneEntity");
    expect(whole).toMatch(/^interface Ticketing_TicketEntity \{.*due_at\?: string;/);
    expect(whole).toContain("interface Incidents_MilestoneEntity { created_at?: string;");
    const both = await search("Ticketing_TicketEntity; get an incident");
    expect(both).toContain("interface Ticketing_TicketEntity {");
    expect(both).toMatch(/\bget_incident\(/);
    const other = await programBench({}, { selection: { tags: ["runbooks"] } });
    expect(await search("Ticketing_TicketEntity", other)).not.toContain("interface Ticketing_TicketEntity");
    await other.close();
  });

  it("shows each field that the programs of scenarios read", async () => {
    const answers = await api.answers!();
    const types = Object.values(answers.types).filter((type) => typeof type === "object" && "fields" in type);
    const fields = new Set(types.flatMap((type) => Object.keys((type as { fields: object }).fields)));
    const hidden: string[] = [];
    for (const [id, { search, program }] of Object.entries(scenarioPrograms)) {
      const { value } = await bench.call("search_tools", { query: search });
      const { declarations } = value as { declarations: string };
      const read = new Set(
        [...String(program).matchAll(/\w\??\.([a-z_]+)\b(?!\()/g)].map(([, name]) => name!),
      );
      // The error that a call throws has a kind too.
      const sought = [...read].filter((name) => fields.has(name) && name !== "kind");
      for (const name of sought)
        if (!new RegExp(`\\b${name}\\??:`).test(declarations)) hidden.push(`${id}: ${name}`);
    }
    // A shift's user is two types below the schedule. The search names the type, and a search for its name shows it.
    expect(hidden).toEqual(["who-looks-after-a-service: user"]);
  });

  it("answers one search with the tools of several steps", async () => {
    const query = "list alerts; page someone; write a note on an incident";
    const { value: found } = await bench.call("search_tools", { query });
    const { declarations } = found as { declarations: string };
    for (const tool of ["list_alerts", "create_page", "create_incident_note"])
      expect(declarations).toMatch(new RegExp(`\\b${tool}\\(`));
    const { error } = await bench.call("search_tools", { query: "page;".repeat(9) });
    expect(error?.message).toContain("more than 8 things");
  });

  it("has no programs elsewhere", async () => {
    const other = await programBench({}, { surface: "full" });
    await expect(other.run("return 1")).rejects.toThrow("Unknown tool: run_write");
    await other.close();
  });

  it("of a client that only reads has no run_write", async () => {
    const reader = await programBench({}, { selection: { methods: ["read"] } });
    expect(reader.service.lists["tools/list"].tools.map(({ name }) => name)).toEqual([
      "search_tools",
      "run_read",
    ]);
    await expect(reader.run("return 1")).rejects.toThrow("Unknown tool: run_write");
    await reader.close();
  });
});
