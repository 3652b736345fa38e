import { afterAll, describe, expect, it } from "vitest";
import { compare, type Comparison } from "../../cli/eval/compare.js";
import { aims, comparisonReport, totals } from "../../cli/eval/comparison-report.js";
import { api } from "../../generated/firehydrant/index.js";
import { promptOf } from "../../scenarios/judge.js";
import { scenarioPrograms } from "../../scenarios/programs/programs.js";
import { scenarios } from "../../scenarios/scenarios.js";
import { createSandbox } from "../../sandbox/sandbox.js";
import { loadContract } from "../sandbox/kit/contract.js";
import { rehearsal } from "./kit.js";

const wanted = scenarios.filter(({ id }) => id in scenarioPrograms);
const running = await rehearsal();
const compared: Comparison[] = [];
for await (const one of compare(wanted, scenarioPrograms, running)) compared.push(one);
afterAll(() => running.close());

describe.each(compared)("$scenario", ({ curated, code }) => {
  it("is solved by single calls, and by its program", () => {
    expect({ curated: curated.solved, code: code.solved }).toEqual({ curated: true, code: true });
  });

  it("takes fewer tokens by its program, and no more rounds", () => {
    expect(code.tokens).toBeLessThan(curated.tokens);
    expect(code.rounds).toBeLessThanOrEqual(curated.rounds);
  });
});

describe("the programs of scenarios", () => {
  it("are there for at least the 40 longest", () => {
    expect(Object.keys(scenarioPrograms).sort()).toEqual(wanted.map(({ id }) => id).sort());
    expect(totals(compared).scenarios).toBe(40);
  });

  it("take a third of the rounds and half of the tokens", () => {
    const { rounds, tokens } = totals(compared);
    expect(rounds.share).toBeLessThanOrEqual(aims.rounds * 1.05);
    expect(tokens.share).toBeLessThanOrEqual(aims.tokens);
    expect(comparisonReport(compared)).toMatch(
      /\nrounds: \d+ instead of \d+, 0\.\d\d of them \(aim: 0\.33\)\n/,
    );
  });

  it("call only tools that their search finds", async () => {
    const { world } = createSandbox({ contract: loadContract() });
    const trial = await running.on("code")(wanted[0]!);
    const { signal } = new AbortController();
    const missing: string[] = [];
    for (const scenario of wanted) {
      const { search, program } = scenarioPrograms[scenario.id]!;
      const text = typeof program === "string" ? program : program(promptOf(scenario, world));
      const called = [...text.matchAll(/api\.(?:all\("(\w+)"|(\w+)\()/g)].map(
        ([, all, one]) => (all ?? one)!,
      );
      const outcome = await trial.service.callTool("search_tools", { query: search }, { signal });
      if (outcome.fault) throw outcome.fault;
      const { declarations } = outcome.value as { declarations: string };
      for (const tool of called.filter((name) => name !== "all")) {
        expect(api.catalogue.index, scenario.id).toHaveProperty(tool);
        if (!new RegExp(`\\b${tool}\\(`).test(declarations)) missing.push(`${scenario.id}: ${tool}`);
      }
    }
    await trial.end("");
    expect(missing).toEqual([]);
  });
});
