import { afterAll, describe, expect, it } from "vitest";
import { scenarios } from "../../scenarios/scenarios.js";
import { createRehearsal } from "./kit.js";

const { run, idle, close } = await createRehearsal();
afterAll(close);

describe.each(scenarios)("$id", (scenario) => {
  it("is solved by its script", async () => {
    expect(await run(scenario, scenario.solve)).toEqual({ solved: true, missing: [], sideEffects: [] });
  });

  it.each(Object.entries(scenario.slips))("is not solved by a script that %s", async (_, slip) => {
    expect((await run(scenario, slip)).solved).toBe(false);
  });

  it("is not solved by doing nothing", async () => {
    expect(await idle(scenario)).toMatchObject({ solved: false, sideEffects: [] });
  });
});

describe("the scenarios", () => {
  it("are many and distinct", () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(60);
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
    for (const { id } of scenarios) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it("each have a wrong solution, and a check", () => {
    for (const { id, slips, check, answer } of scenarios) {
      expect(Object.keys(slips).length, id).toBeGreaterThan(0);
      expect(check ?? answer, id).toBeDefined();
    }
  });

  it("are written in an engineer's words: without names of tools or fields", () => {
    const told = scenarios.map(({ prompt }) => (typeof prompt === "string" ? prompt : ""));
    expect(told.filter((prompt) => /\b[a-z]+_[a-z_]+\b/.test(prompt))).toEqual([]);
  });
});
