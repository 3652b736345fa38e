import { afterAll, describe, expect, it } from "vitest";
import { tasks } from "../../tasks/tasks.js";
import { createRehearsal } from "./kit.js";

const { run, close } = await createRehearsal();
afterAll(close);

describe.each(tasks)("$id", (task) => {
  it("is solved by its script", async () => {
    expect(await run(task, task.solve)).toEqual({ solved: true, missing: [], sideEffects: [] });
  });

  it.each(Object.entries(task.slips))("is not solved by one that %s", async (_, slip) => {
    expect((await run(task, slip)).solved).toBe(false);
  });
});
