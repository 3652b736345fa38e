import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { bench, json, readTool, resultOf, type Bench } from "../kit/stub.js";
import { paged, listTool, page, ALL, type Item, asked, after, STYLES } from "./kit.js";

let open: Bench | undefined;

afterEach(async () => {
  await open?.close();
  open = undefined;
});

for (const [name, { plan, answer }] of Object.entries(STYLES)) {
  for (const limits of [[undefined], [37, 3, 90], [250]]) {
    test(`${name}, limit ${limits.join(" then ")}: 1,000 items, each once, and exact limits`, async () => {
      open = await bench(answer(ALL));
      const tool = listTool(plan);
      const seen: string[] = [];
      let next: string | undefined;
      for (let round = 0; round === 0 || next !== undefined; round += 1) {
        const limit = limits[round % limits.length];
        const result = resultOf(await open.call(tool, { filter: "x", cursor: next, limit }));
        seen.push(...result.items.map(({ id }: Item) => id));
        if (limit !== undefined && result.next_cursor !== undefined) expect(result.items).toHaveLength(limit);
        expect(result.cut).toBeUndefined();
        next = result.next_cursor;
      }
      expect(seen).toEqual(ALL.map(({ id }) => id));
      expect(open.requests.every((request) => asked(request).get("filter") === "x")).toBe(true);
    });
  }
}

for (const [name, { plan, answer }] of Object.entries(STYLES).filter(([, style]) => style.plan.size)) {
  test(`${name}: pages that are too large to be read are asked for in smaller ones, each item once`, async () => {
    // The first page of a hundred is small, and each later one has 6 MB.
    const items = ALL.slice(0, 250).map((item, at) => ({
      ...item,
      text: "x".repeat(at < 100 ? 10 : 60_000),
    }));
    open = await bench(answer(items));
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const given = { limit: 100, cursor: next, fields: "[].{id: id}" };
      const result = resultOf(await open.call(listTool(plan), given));
      seen.push(...result.items.map(({ id }: Item) => id));
      next = result.next_cursor;
    } while (next !== undefined);
    expect(seen).toEqual(items.map(({ id }) => id));
  });
}

test("a single record instead of a list is returned as that record; an empty list is empty", async () => {
  let value: unknown = { id: "t1", name: "Thing" };
  open = await bench((_, response) => json(response, value));
  expect(resultOf(await open.call(listTool(page)))).toEqual(value);
  value = { data: [], pagination: { count: 0, page: 1, pages: 0, next: null } };
  expect(resultOf(await open.call(listTool(page)))).toEqual({ items: [] });
  value = { data: [{ id: 1 }], summary: { open: 3 }, pagination: { count: 1, next: null } };
  expect(resultOf(await open.call(listTool(page)))).toEqual({
    items: [{ id: 1 }],
    also: { summary: { open: 3 } },
  });
});

test("after-ids cannot go backwards: the result says so and repeats no items", async () => {
  open = await bench(STYLES["after an id"]!.answer(ALL));
  const tool = readTool(
    { ...paged, sort: z.enum(["asc", "desc"]) },
    {},
    { query: { sort: {} }, page: after },
  );
  const result = resultOf(await open.call(tool, { sort: "desc", limit: 30 }));
  expect(result.next_cursor).toBeUndefined();
  expect(result.note).toContain("ascending");
});
