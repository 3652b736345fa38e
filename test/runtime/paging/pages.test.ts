import { createSecretKey } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import type { PagePlan } from "../../../runtime/contract/tool.js";
import { bench, json, resultOf, type Bench } from "../kit/stub.js";
import { listTool, page, ALL, type Item, asked, cursor, STYLES } from "./kit.js";

let open: Bench | undefined;

afterEach(async () => {
  await open?.close();
  open = undefined;
});

test("no page is requested that the caller did not ask for", async () => {
  open = await bench(STYLES["page numbers in an envelope"]!.answer(ALL));
  await open.call(listTool(page));
  await open.call(listTool(page), { limit: 450 });
  expect(open.requests.map((request) => request.url)).toEqual(
    [
      "/things",
      ...[1, 2, 3].map((number) => `/things?${number === 1 ? "" : `page=${number}&`}per_page=150`),
    ].map((url) => expect.toSatisfy((got: string) => sameQuery(got, url))),
  );
});

function sameQuery(one: string, other: string): boolean {
  const sorted = (url: string) => [...new URL(url, "http://x").searchParams].sort().join("&");
  return sorted(one) === sorted(other);
}

test("a changed cursor is refused, and so is one for other arguments or another tool", async () => {
  open = await bench(STYLES["page numbers in an envelope"]!.answer(ALL));
  const tool = listTool(page);
  const { next_cursor: next } = resultOf(await open.call(tool, { filter: "x", limit: 5 }));
  const sent = open.requests.length;
  const altered = `${Buffer.from("[99,5,0]").toString("base64url")}.${next.split(".")[1]}`;
  const wrong: [typeof tool, object][] = [
    [tool, { filter: "x", cursor: altered }],
    [tool, { filter: "x", cursor: `${next}x` }],
    [tool, { filter: "x", cursor: "" }],
    [tool, { filter: "x", cursor: "a.b" }],
    [tool, { filter: "y", cursor: next }],
    [tool, { cursor: next }],
    [
      { ...tool, name: "list_others" },
      { filter: "x", cursor: next },
    ],
  ];
  for (const [given, args] of wrong) {
    const { error } = resultOf(await open.call(given, { ...args }));
    expect(error).toMatchObject({ kind: "invalid_arguments", arguments: [{ argument: "cursor" }] });
    expect(error.next).toContain("without cursor");
  }
  expect(open.requests).toHaveLength(sent);
  // The limit and the fields may change between pages.
  const onwards = resultOf(
    await open.call(tool, { cursor: next, limit: 9, filter: "x", view: "full", fields: "[].id" }),
  );
  expect(onwards.items).toEqual(ALL.slice(5, 14).map(({ id }) => id));
});

const sharedKey = createSecretKey("shared", "utf8");

test("a configured key makes cursors valid in other processes", async () => {
  const answer = STYLES["opaque cursors"]!.answer(ALL);
  open = await bench(answer, { cursorKey: () => sharedKey });
  const { next_cursor: next } = resultOf(await open.call(listTool(cursor), { limit: 2 }));
  const other = await bench(answer, { cursorKey: () => sharedKey });
  expect(resultOf(await other.call(listTool(cursor), { limit: 1, cursor: next })).items).toEqual([ALL[2]]);
  const stranger = await bench(answer);
  expect(resultOf(await stranger.call(listTool(cursor), { cursor: next })).error.kind).toBe(
    "invalid_arguments",
  );
  await Promise.all([other.close(), stranger.close()]);
});

test("items over the token budget come with the next cursor, each once", async () => {
  const big = ALL.slice(0, 300).map((item) => ({ ...item, text: "word ".repeat(200) }));
  for (const fields of [undefined, "[].{id: id, text: text}"]) {
    open = await bench(STYLES["page numbers in an envelope"]!.answer(big), { tokenBudget: 5_000 });
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const result = resultOf(await open.call(listTool(page), { limit: 250, cursor: next, fields }));
      if (result.cut) expect(result.cut).toContain(`${result.items.length} of the`);
      expect(result.items.length).toBeGreaterThan(5);
      seen.push(...result.items.map(({ id }: Item) => id));
      next = result.next_cursor;
    } while (next !== undefined);
    expect(seen).toEqual(big.map(({ id }) => id));
    await open.close();
  }
});

test("a failure on a later page keeps the earlier items, and is reported", async () => {
  const answer = STYLES["page numbers in an envelope"]!.answer(ALL);
  let isBroken = true;
  open = await bench((request, response) =>
    isBroken && asked(request).get("page") === "2"
      ? json(response, { detail: "boom" }, 500)
      : answer(request, response),
  );
  const tool = listTool(page);
  const part = resultOf(await open.call(tool, { limit: 400 }));
  expect(part.items).toHaveLength(200);
  expect(part.note).toMatch(/^Stopped after 200 items: Acme failed/);
  isBroken = false;
  const rest = resultOf(await open.call(tool, { limit: 400, cursor: part.next_cursor }));
  expect(rest.items[0]).toEqual(ALL[200]);
});

test("a call makes a limited number of requests, and says so", async () => {
  const small: PagePlan = { ...page, most: 10 };
  open = await bench(STYLES["page numbers without a word about pages"]!.answer(ALL));
  const result = resultOf(await open.call(listTool(small), { limit: 900 }));
  expect(open.requests).toHaveLength(25);
  expect(result.items).toHaveLength(250);
  expect(result.note).toMatch(
    /^Stopped after 250 of the 900 items asked for, because the answers are large or slow/,
  );
  expect(result.next_cursor).toBeDefined();
});

test("an upstream that repeats the same cursor is read once", async () => {
  open = await bench((_, response) => json(response, { data: [{ id: 1 }], next_cursor: "same" }));
  const result = resultOf(await open.call(listTool(cursor), { limit: 50 }));
  expect(result.items).toHaveLength(2);
  expect(result.next_cursor).toBeUndefined();
});
