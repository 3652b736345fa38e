import type { ListPage, PageQuery } from "./core.js";
import { badRequest } from "./error.js";

const usualLimit = 50;

/** Makes a page from rows that are sorted newest first and have one more than the limit. */
export function pageOf<Row extends { readonly id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
): ListPage<Item> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1)! : undefined;
  return { result: shown.map(item), next_cursor: last ? Buffer.from(last.id).toString("base64url") : null };
}

/** The limit, and the id before which a page begins. */
export function pagePosition({ limit = usualLimit, cursor }: PageQuery): { limit: number; before?: string } {
  if (cursor === undefined) return { limit };
  const before = Buffer.from(cursor, "base64url").toString("utf8");
  if (!/^[a-z]{3}_[0-9a-z]{23}$/.test(before)) throw badRequest("cursor: is not a cursor of this list");
  return { limit, before };
}
