import { expect, it } from "vitest";
import { createUses } from "../../gateway/serve/uses.js";
import { createClock } from "./kit/clock.js";

it("uses are written with the time of the last one, not of the writing", async () => {
  const clock = createClock();
  const written: [at: string, servers: readonly string[]][] = [];
  const uses = createUses(async ({ servers }, at) => void written.push([at, servers]), clock.now);
  uses.note("servers", "one");
  clock.pass(10);
  uses.note("servers", "two");
  const lastAt = clock.now().toISOString();
  clock.pass(86_400_000);
  await uses.close();
  expect(written).toEqual([[lastAt, ["one", "two"]]]);
});
