import { afterEach, expect, test } from "vitest";
import { bench, resultOf, type Bench } from "../kit/stub.js";
import { ALL, listTool, page, STYLES } from "./kit.js";

let open: Bench | undefined;

afterEach(async () => {
  await open?.close();
  open = undefined;
});

test("a cursor after a full page says that the next page may be empty, unless the API says what follows", async () => {
  const noteOf = async (style: string): Promise<unknown> => {
    open = await bench(STYLES[style]!.answer(ALL));
    const { note, next_cursor } = resultOf(await open.call(listTool(page), { limit: 100 }));
    expect(next_cursor).toBeDefined();
    await open.close();
    return note;
  };
  expect(await noteOf("page numbers without a word about pages")).toMatch(/next one may be empty/);
  expect(await noteOf("page numbers in an envelope")).toBeUndefined();
});

test("a filter that keeps no item of a page says that more items follow", async () => {
  open = await bench(STYLES["page numbers in an envelope"]!.answer(ALL));
  const result = resultOf(await open.call(listTool(page), { limit: 50, fields: "[?name=='Thing 700']" }));
  expect(result).toMatchObject({ items: [], next_cursor: expect.any(String) });
  expect(result.note).toMatch(/none of the 50 items that were read. More items follow: pass next_cursor/);
});
