import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { noMemo } from "../../../generator/model/memo.js";
import { estimating, toolTokens } from "../../../generator/render/tokens.js";
import type { Catalogue } from "../../../runtime/index.js";

describe("estimated tokens", () => {
  it("are close to what the tokenizer counts: all tools together within 2 %, each within 15 %", async () => {
    const { tools } = JSON.parse(await readFile("generated/firehydrant/catalog.json", "utf8")) as Catalogue;
    const sample = tools.filter((_, at) => at % 4 === 0);
    const counted = await Promise.all(sample.map((tool) => toolTokens(tool, noMemo)));
    const estimated = await Promise.all(sample.map((tool) => toolTokens(tool, estimating)));
    const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
    expect(Math.abs(sum(estimated) / sum(counted) - 1)).toBeLessThan(0.02);
    for (const [at, count] of counted.entries()) {
      expect(Math.abs(estimated[at]! - count) / count, sample[at]!.name).toBeLessThan(0.15);
    }
  });
});
