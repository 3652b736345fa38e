import { sql, type RawBuilder, type SelectQueryBuilder } from "kysely";
import type { ListPage, PageQuery } from "./core.js";
import { badRequest } from "./error.js";

/** A list that can be searched by name or id, and sorted. */
export interface ListQuery extends PageQuery {
  /** Part of a name, or a whole id. */
  readonly q?: string;
  /** A name in the list's sorts; with `-` in front for descending. Newest first by default. */
  readonly sort?: string;
}

/** The table of a list, with what it can be sorted by. An absent time counts as the earliest. */
export interface ListedTable {
  readonly id: string;
  readonly name: string;
  readonly sorts: Readonly<Record<string, RawBuilder<string>>>;
}

/**
 * @param times names of columns that a list can be sorted by, in addition to name and time of creation
 * @param named the column that people know a row by
 */
export function listedTable<Time extends string, Name extends string = "name">(
  table: string,
  times: readonly Time[],
  named = "name" as Name,
) {
  const time = (column: Time) =>
    [column, sql<string>`coalesce(${sql.ref(`${table}.${column}`)}, '')`] as const;
  return {
    id: `${table}.id`,
    name: `${table}.${named}`,
    sorts: {
      // Ids increase with time.
      created_at: sql.ref<string>(`${table}.id`),
      ...({ [named]: sql<string>`lower(${sql.ref(`${table}.${named}`)})` } as Record<
        Name,
        RawBuilder<string>
      >),
      ...(Object.fromEntries(times.map(time)) as Record<Time, RawBuilder<string>>),
    },
  };
}

const usualLimit = 50;
const newest = "-created_at";

/** The rows of a page that match, and one more if the list continues. */
export function sortedRows<Tables, Table extends keyof Tables, Row>(
  rows: SelectQueryBuilder<Tables, Table, Row>,
  { q, sort = newest, cursor, limit = usualLimit }: ListQuery,
  table: ListedTable,
) {
  const isDescending = sort.startsWith("-");
  const value = table.sorts[sort.replace(/^-/, "")];
  if (value === undefined) throw badRequest("sort: this list cannot be sorted by this field");
  const id = sql.ref<string>(table.id);
  let found = rows.select(value.as("sort_value"));
  if (q !== undefined) found = found.where(matches(q, table));
  if (cursor !== undefined) {
    const { at, id: after } = readCursor(cursor, sort);
    const than = sql.raw(isDescending ? "<" : ">");
    found = found.where(sql<boolean>`(${value}, ${id}) ${than} (${at}, ${after})`);
  }
  const direction = isDescending ? "desc" : "asc";
  return found
    .orderBy(value, direction)
    .orderBy(id, direction)
    .limit(limit + 1);
}

/** The page of the rows that `sortedRows` reads. */
export function sortedPage<Row extends { readonly id: string; readonly sort_value: string }, Item>(
  rows: readonly Row[],
  { limit = usualLimit, sort = newest }: ListQuery,
  item: (row: Row) => Item,
): ListPage<Item> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const next = last && JSON.stringify([sort, last.sort_value, last.id]);
  return { result: shown.map(item), next_cursor: next ? Buffer.from(next).toString("base64url") : null };
}

function matches(q: string, { id, name }: ListedTable) {
  const pattern = `%${q.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return sql<boolean>`(lower(${sql.ref(name)}) like ${pattern} escape '\\' or ${sql.ref(id)} = ${q})`;
}

/** A cursor continues only the order that it comes from. */
function readCursor(cursor: string, sort: string): { at: string; id: string } {
  try {
    const [order, at, id] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
    if (order === sort && typeof at === "string" && typeof id === "string") return { at, id };
  } catch {
    // Answered below.
  }
  throw badRequest("cursor: is not a cursor of this list in this order");
}
