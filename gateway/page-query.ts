import type { SelectQueryBuilder } from "kysely";
import { sql } from "kysely";
import type { ListPage, PageQuery } from "./core.js";
import { badRequest } from "./error.js";

const usualLimit = 50;

/** The rows of a page, newest first, and one more if the list continues. `pageOf` makes the page from them. */
export function newestFirst<Tables, Table extends keyof Tables, Row>(
  rows: SelectQueryBuilder<Tables, Table, Row>,
  query: PageQuery,
  idColumn = "id",
): SelectQueryBuilder<Tables, Table, Row> {
  const { limit, before } = pagePosition(query);
  const id = sql.ref<string>(idColumn);
  const after = before === undefined ? rows : rows.where(id, "<", before);
  return after.orderBy(id, "desc").limit(limit + 1);
}

/** The page of the rows that `newestFirst` reads. */
export function pageOf<Row extends { readonly id: string }, Item>(
  rows: readonly Row[],
  { limit = usualLimit }: PageQuery,
  item: (row: Row) => Item,
): ListPage<Item> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1)! : undefined;
  return { result: shown.map(item), next_cursor: last ? Buffer.from(last.id).toString("base64url") : null };
}

/** The limit, and the id before which a page begins. */
function pagePosition({ limit = usualLimit, cursor }: PageQuery): { limit: number; before?: string } {
  if (cursor === undefined) return { limit };
  const before = Buffer.from(cursor, "base64url").toString("utf8");
  if (!/^[a-z]{3}_[0-9a-z]{23}$/.test(before)) throw badRequest("cursor: is not a cursor of this list");
  return { limit, before };
}
