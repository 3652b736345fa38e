import type { IncomingMessage, RequestListener } from "node:http";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import type { PagePlan } from "../../runtime/contract/tool.js";
import { bench, json, readTool, resultOf, type Bench } from "./kit/stub.js";

let open: Bench | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const paged = {
  limit: z.int().min(1).optional(),
  cursor: z.string().optional(),
  filter: z.string().optional(),
};
const listTool = (page: PagePlan) => readTool(paged, {}, { query: { filter: {} }, page });

const ALL = Array.from({ length: 1_000 }, (_, index) => ({
  id: `t${String(index).padStart(4, "0")}`,
  name: `Thing ${index}`,
}));
type Item = (typeof ALL)[number];

const asked = (request: IncomingMessage) => new URL(request.url!, "http://x").searchParams;
const numberOf = (request: IncomingMessage, name: string, otherwise: number) =>
  Number(asked(request).get(name) ?? otherwise);

/** An upstream of each paging style that behaves like real APIs: it reduces page sizes above its maximum. */
interface Style {
  readonly plan: PagePlan;
  readonly answer: (items: readonly Item[]) => RequestListener;
}

const page: PagePlan = { style: "page", page: "page", size: "per_page", most: 200 };
const cursor: PagePlan = { style: "cursor", cursor: "cursor", size: "limit", most: 100 };
const after: PagePlan = { style: "after", after: "after", size: "count", key: "id", most: 100 };
const offset: PagePlan = { style: "offset", start: "startIndex", size: "count", most: 100 };

function slice(
  items: readonly Item[],
  start: number,
  request: IncomingMessage,
  plan: PagePlan,
): readonly Item[] {
  const size = Math.min(numberOf(request, plan.size ?? "", 20), plan.most);
  return items.slice(start, start + size);
}

const STYLES: Record<string, Style> = {
  "page numbers in an envelope": {
    plan: page,
    answer: (items) => (request, response) => {
      const number = numberOf(request, "page", 1);
      const size = Math.min(numberOf(request, "per_page", 20), 200);
      const pages = Math.ceil(items.length / size);
      const pagination = {
        count: items.length,
        page: number,
        items: size,
        pages,
        last: pages,
        next: number < pages ? number + 1 : null,
      };
      json(response, { data: items.slice((number - 1) * size, number * size), pagination });
    },
  },
  "page numbers without a word about pages": {
    plan: page,
    answer: (items) => (request, response) => {
      const size = Math.min(numberOf(request, "per_page", 20), 200);
      json(response, slice(items, (numberOf(request, "page", 1) - 1) * size, request, page));
    },
  },
  "page numbers with Link headers": {
    plan: page,
    answer: (items) => (request, response) => {
      const number = numberOf(request, "page", 1);
      const size = Math.min(numberOf(request, "per_page", 20), 200);
      const isLast = number * size >= items.length;
      const link = isLast
        ? '<http://x/?page=1>; rel="first"'
        : `<http://x/?page=${number + 1}>; rel="next", <http://x/?page=9>; rel="last"`;
      json(response, slice(items, (number - 1) * size, request, page), 200, { link });
    },
  },
  "opaque cursors": {
    plan: cursor,
    answer: (items) => (request, response) => {
      const start = Number(Buffer.from(asked(request).get("cursor") ?? "", "base64url").toString() || 0);
      const shown = slice(items, start, request, cursor);
      const end = start + shown.length;
      json(response, {
        items: shown,
        next_cursor: end < items.length ? Buffer.from(String(end)).toString("base64url") : null,
      });
    },
  },
  "cursors in a link": {
    plan: cursor,
    answer: (items) => (request, response) => {
      const start = Number(asked(request).get("cursor") ?? 0);
      const shown = slice(items, start, request, cursor);
      const end = start + shown.length;
      json(response, {
        results: shown,
        links: { next: end < items.length ? `/things?cursor=${end}&limit=3` : "" },
      });
    },
  },
  "after an id": {
    plan: after,
    answer: (items) => (request, response) => {
      const start = items.findIndex(({ id }) => id > (asked(request).get("after") ?? ""));
      json(response, start < 0 ? [] : slice(items, start, request, after));
    },
  },
  "after an id, without a size": {
    plan: { style: "after", after: "after", key: "id", most: 100 },
    answer: (items) => (request, response) => {
      const start = items.findIndex(({ id }) => id > (asked(request).get("after") ?? ""));
      json(response, { data: start < 0 ? [] : items.slice(start, start + 70) });
    },
  },
  "SCIM's start index": {
    plan: offset,
    answer: (items) => (request, response) => {
      const start = numberOf(request, "startIndex", 1);
      const shown = slice(items, start - 1, request, offset);
      json(response, {
        schemas: ["urn:x"],
        totalResults: items.length,
        startIndex: start,
        itemsPerPage: shown.length,
        Resources: shown,
      });
    },
  },
  "an offset from 0, without a total": {
    plan: { style: "offset", start: "offset", size: "count", most: 100 },
    answer: (items) => (request, response) =>
      json(response, slice(items, numberOf(request, "offset", 0), request, offset)),
  },
};

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

test("a configured secret makes cursors valid in other processes", async () => {
  const answer = STYLES["opaque cursors"]!.answer(ALL);
  open = await bench(answer, { cursorSecret: "shared" });
  const { next_cursor: next } = resultOf(await open.call(listTool(cursor), { limit: 2 }));
  const other = await bench(answer, { cursorSecret: "shared" });
  expect(resultOf(await other.call(listTool(cursor), { limit: 1, cursor: next })).items).toEqual([ALL[2]]);
  const stranger = await bench(answer);
  expect(resultOf(await stranger.call(listTool(cursor), { cursor: next })).error.kind).toBe(
    "invalid_arguments",
  );
  await Promise.all([other.close(), stranger.close()]);
});

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
  expect(result.note).toMatch(/^Stopped after 250 of the 900 items asked for: one call reads no more/);
  expect(result.next_cursor).toBeDefined();
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

test("an upstream that repeats the same cursor is read once", async () => {
  open = await bench((_, response) => json(response, { data: [{ id: 1 }], next_cursor: "same" }));
  const result = resultOf(await open.call(listTool(cursor), { limit: 50 }));
  expect(result.items).toHaveLength(2);
  expect(result.next_cursor).toBeUndefined();
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
