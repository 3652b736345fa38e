import type { SelectQueryBuilder } from "kysely";
import { sql } from "kysely";
import type { ListPage, PageQuery } from "./core.js";
import { badRequest } from "./error.js";

const usualLimit = 50;

/** The rows of a page by time, and one more if the list continues. `pageOf` makes the page from them. */
export function byTime<Tables, Table extends keyof Tables, Row>(
  rows: SelectQueryBuilder<Tables, Table, Row>,
  query: PageQuery,
  first: "newest" | "oldest" = "newest",
): SelectQueryBuilder<Tables, Table, Row> {
  const { limit, last } = pagePosition(query);
  const [id, isNewest] = [sql.ref<string>("id"), first === "newest"];
  const rest = last === undefined ? rows : rows.where(id, isNewest ? "<" : ">", last);
  return rest.orderBy(id, isNewest ? "desc" : "asc").limit(limit + 1);
}

/** The page of the rows that `byTime` reads. */
export function pageOf<Row extends { readonly id: string }, Item>(
  rows: readonly Row[],
  { limit = usualLimit }: PageQuery,
  item: (row: Row) => Item,
): ListPage<Item> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1)! : undefined;
  return { result: shown.map(item), next_cursor: last ? Buffer.from(last.id).toString("base64url") : null };
}

/** The limit, and the last id of the previous page. */
function pagePosition({ limit = usualLimit, cursor }: PageQuery): { limit: number; last?: string } {
  if (cursor === undefined) return { limit };
  const last = Buffer.from(cursor, "base64url").toString("utf8");
  if (!/^[a-z]{3}_[0-9a-z]{23}$/.test(last)) throw badRequest("cursor: is not a cursor of this list");
  return { limit, last };
}
