import { describe, expect, it } from "vitest";
import { api } from "../../../generated/firehydrant/index.js";
import { tools } from "../../all-tools.js";
import { facts } from "./facts.js";
import { wordsOf } from "./rows.js";

describe("facts", () => {
  it.each(facts.map((fact) => [`${fact.tool} ${fact.argument ?? ""}`.trim(), fact.source, fact] as const))(
    "%s, from %s",
    (_, _source, { tool, argument, says, never }) => {
      const words = wordsOf(tool, argument);
      expect(says.filter((wanted) => !wanted.test(words)).map(String)).toEqual([]);
      if (never !== undefined) expect(words).not.toMatch(never);
    },
  );
});

it("a tool says that it takes wait_seconds exactly if it can wait", async () => {
  const can = await Promise.all(tools.map(async ({ name }) => (await api.load(name)).poll !== undefined));
  const says = tools.map(({ description }) => /wait_seconds waits for that/.test(description));
  expect(says).toEqual(can);
  expect(can.filter(Boolean).length).toBeGreaterThan(5);
});
