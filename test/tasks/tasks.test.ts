import { afterAll, describe, expect, it } from "vitest";
import { tasks } from "../../tasks/tasks.js";
import { createRehearsal } from "./kit.js";

const { run, idle, close } = await createRehearsal();
afterAll(close);

describe.each(tasks)("$id", (task) => {
  it("is solved by its script", async () => {
    expect(await run(task, task.solve)).toEqual({ solved: true, missing: [], sideEffects: [] });
  });

  it.each(Object.entries(task.slips))("is not solved by a script that %s", async (_, slip) => {
    expect((await run(task, slip)).solved).toBe(false);
  });

  it("is not solved by doing nothing", async () => {
    expect(await idle(task)).toMatchObject({ solved: false, sideEffects: [] });
  });
});

describe("the tasks", () => {
  it("are many and distinct", () => {
    expect(tasks.length).toBeGreaterThanOrEqual(60);
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
    for (const { id } of tasks) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it("each have a wrong solution, and a check", () => {
    for (const { id, slips, check, answer } of tasks) {
      expect(Object.keys(slips).length, id).toBeGreaterThan(0);
      expect(check ?? answer, id).toBeDefined();
    }
  });

  it("are written in an engineer's words: without names of tools or fields", () => {
    const told = tasks.map(({ prompt }) => (typeof prompt === "string" ? prompt : ""));
    expect(told.filter((prompt) => /\b[a-z]+_[a-z_]+\b/.test(prompt))).toEqual([]);
  });
});
