import type { IncomingMessage, RequestListener } from "node:http";
import { z } from "zod";
import type { PagePlan } from "../../../runtime/contract/tool.js";
import { json, readTool } from "../kit/stub.js";

export const paged = {
  limit: z.int().min(1).optional(),
  cursor: z.string().optional(),
  filter: z.string().optional(),
};

export const listTool = (page: PagePlan) => readTool(paged, {}, { query: { filter: {} }, page });

export const ALL = Array.from({ length: 1_000 }, (_, index) => ({
  id: `t${String(index).padStart(4, "0")}`,
  name: `Thing ${index}`,
}));

export type Item = (typeof ALL)[number];

export const asked = (request: IncomingMessage) => new URL(request.url!, "http://x").searchParams;

const numberOf = (request: IncomingMessage, name: string, otherwise: number) =>
  Number(asked(request).get(name) ?? otherwise);

/** An upstream of each paging style that behaves like real APIs: it reduces page sizes above its maximum. */
interface Style {
  readonly plan: PagePlan;
  readonly answer: (items: readonly Item[]) => RequestListener;
}

export const page: PagePlan = { style: "page", page: "page", size: "per_page", most: 200 };

export const cursor: PagePlan = { style: "cursor", cursor: "cursor", size: "limit", most: 100 };

export const after: PagePlan = { style: "after", after: "after", size: "count", key: "id", most: 100 };

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

export const STYLES: Record<string, Style> = {
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
