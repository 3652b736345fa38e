import { expect, test } from "vitest";
import { z } from "zod";
import { json, readTool, resultOf, writeTool } from "../kit/stub.js";
import { serving } from "./kit.js";

test("what a call empties is shown as empty, although empty values are left out otherwise", async () => {
  const { call } = await serving((_, response) =>
    json(response, { id: 1, owner: null, tags: [], steps: [] }),
  );
  const input = { owner: z.string().nullish(), steps: z.array(z.string()).optional() };
  const tool = writeTool(input, { view: ["id"] });
  expect(resultOf(await call(tool, { owner: null, steps: [] }))).toEqual({
    id: 1,
    owner: null,
    steps: [],
  });
  expect(resultOf(await call(tool, {}))).toEqual({ id: 1 });
});

test("a filter by fields that keeps no item says how many were read", async () => {
  const { call } = await serving((_, response) => json(response, { data: [{ id: 1 }, { id: 2 }] }));
  expect(resultOf(await call(readTool(), { fields: "[?id==`9`]" }))).toEqual({
    items: [],
    note: "fields keeps none of the 2 items that were read.",
  });
});
