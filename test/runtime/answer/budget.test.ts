import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { expect, test } from "vitest";
import { estimateTokens, largestWithin } from "../../../runtime/answer/budget.js";
import { cutToBudget } from "../../../runtime/answer/cut.js";
import { textOf } from "../../../runtime/answer/outcome-text.js";
import { readTool, resultOf } from "../kit/stub.js";
import { answering, incident } from "./kit.js";

const TEXTS: Record<string, { text: string; atMost: number }> = {
  records: { text: JSON.stringify(Array.from({ length: 100 }, (_, index) => incident(index))), atMost: 1.7 },
  prose: {
    text: "The database of the payment service does not answer; we are failing over to the replica. ".repeat(
      50,
    ),
    atMost: 1.8,
  },
  times: {
    text: JSON.stringify(Array.from({ length: 100 }, (_, index) => new Date(1.7e12 + index * 1e7))),
    atMost: 1.5,
  },
  numbers: { text: JSON.stringify(Array.from({ length: 300 }, (_, index) => index * 1234.567)), atMost: 1.5 },
  Chinese: { text: "服务在该地区不可用，正在检查数据库和网络连接。".repeat(50), atMost: 2.5 },
  Japanese: { text: "サービスは利用できません。データベースを確認しています。".repeat(50), atMost: 2.5 },
  Russian: { text: "Сервис недоступен в регионе, проверяем базу данных. ".repeat(50), atMost: 3.5 },
  emoji: { text: "🔥🚒🎉🫠🧯".repeat(50), atMost: 2 },
};

for (const [name, { text, atMost }] of Object.entries(TEXTS)) {
  test(`the estimate of tokens is accurate for ${name}`, () => {
    const real = countTokens(text);
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(real);
    expect(estimateTokens(text)).toBeLessThanOrEqual(real * atMost);
  });
}

test("finds the largest number of items within a budget", () => {
  expect(largestWithin(10, 35, (count) => count * 10)).toBe(3);
  expect(largestWithin(10, 1_000, (count) => count * 10)).toBe(10);
  expect(largestWithin(10, 5, (count) => count * 10)).toBe(0);
  expect(largestWithin(0, 5, () => 0)).toBe(0);
});

test("a list over the budget is cut between items, and says how to get the rest", async () => {
  const all = Array.from({ length: 2_000 }, (_, index) => incident(index));
  const one = await answering(JSON.stringify(all), "application/json", 200, 20_000);
  const outcome = await one.call(readTool());
  expect(countTokens(textOf(outcome))).toBeLessThanOrEqual(20_000);
  const { items, cut } = resultOf(outcome);
  expect(items).toEqual(all.slice(0, items.length));
  expect(items.length).toBeGreaterThan(60);
  expect(cut).toContain(`${items.length} of the 2000 items`);
  const slice = JSON.parse(/fields: ("(?:[^"\\]|\\.)*")/.exec(cut)![1]!);
  expect(resultOf(await one.call(readTool(), { fields: slice })).items[0]).toEqual(all[items.length]);
});

test("every cut is reported: of items, of fields next to them, and inside the last item", async () => {
  const notes = Array.from({ length: 300 }, (_, index) => `note ${index} ${"word ".repeat(20)}`);
  const beside = { data: Array.from({ length: 300 }, (_, index) => incident(index)), pagination: {}, notes };
  const one = await answering(JSON.stringify(beside), "application/json", 200, 3_000);
  const tool = readTool({}, {}, { page: { style: "page", page: "page", size: "size", most: 500 } });
  const { items, also, cut } = resultOf(await one.call(tool));
  expect(cut).toEqual([
    expect.stringContaining(`${items.length} of the 300 items`),
    `also.notes: ${also.notes.length} of 300 items`,
  ]);
  const giants = [1, 2].map((id) => ({ id, text: "word ".repeat(40_000) }));
  const other = await answering(JSON.stringify(giants), "application/json", 200, 3_000);
  const left = resultOf(await other.call(tool));
  expect(left.cut).toEqual([
    expect.stringContaining("1 of the 2 items"),
    `[0].text: ${left.items[0].text.length - 1} of 200000 characters`,
  ]);
});

test("a record over the budget is cut inside, with the place and how to read on", async () => {
  const record = {
    id: 1,
    text: "word ".repeat(40_000),
    events: Array.from({ length: 3_000 }, (_, index) => incident(index)),
  };
  const one = await answering(JSON.stringify(record), "application/json", 200, 5_000);
  for (const tool of [readTool(), readTool({}, { view: ["id", "text", "events"] })]) {
    const outcome = await one.call(tool);
    expect(countTokens(textOf(outcome))).toBeLessThanOrEqual(5_000);
    const result = resultOf(outcome);
    expect(result.id).toBe(1);
    expect(result.cut.join()).toMatch(/text: \d+ of 200000 characters/);
    expect(result.cut.join()).toMatch(/events: \d+ of 3000 items/);
    const slice = JSON.parse(/fields: ("(?:[^"\\]|\\.)*")/.exec(result.rest)![1]!);
    expect(resultOf(await one.call(tool, { fields: slice })).result).toBeDefined();
  }
});

test("even the worst shape stays within the budget, and one huge item does not become an empty list", async () => {
  let value: unknown = "x".repeat(1_000);
  for (let level = 0; level < 100; level += 1)
    value = { a: value, b: value === null ? 1 : "y".repeat(500), c: [level, "z".repeat(300)] };
  for (const text of [JSON.stringify(value), JSON.stringify([value, value])]) {
    const outcome = await (await answering(text, "application/json", 200, 1_000)).call(readTool());
    expect(countTokens(textOf(outcome))).toBeLessThanOrEqual(1_000);
    expect(textOf(outcome)).toContain("cut");
  }
  const { call } = await answering(JSON.stringify([value, value]), "application/json", 200, 1_000);
  const { items, cut } = resultOf(await call(readTool()));
  expect(items ?? cut).toBeDefined();
});

test("cutting never splits a character", () => {
  const { value } = cutToBudget("🔥".repeat(60_000), 500);
  expect(() => encodeURIComponent(value as string)).not.toThrow();
});

test("100 incidents of 9 kB each fit the budget at a tenth of their tokens", async () => {
  const filler = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `field_${index}`,
      index % 2 ? null : "some text of that field, as it is ".repeat(8),
    ]),
  );
  const all = Array.from({ length: 100 }, (_, index) => ({ ...incident(index), ...filler }));
  const raw = JSON.stringify({ data: all, pagination: { count: 100, next: null } });
  const tool = readTool({}, { view: ["id", "number", "name", "severity", "services.name"] });
  const outcome = await (await answering(raw, "application/json")).call(tool);
  expect(resultOf(outcome).items).toHaveLength(100);
  expect(countTokens(textOf(outcome))).toBeLessThan(countTokens(raw) / 10);
});
