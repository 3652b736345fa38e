/** @jsxRuntime automatic @jsxImportSource hono/jsx */

/** The order of a list, and the address that a heading changes it in. */
export interface Sorting {
  readonly path: string;
  /** The query of the address, with `sort`. */
  readonly query: Readonly<Record<string, string>>;
}

/** The address of a list with some parts of its query replaced. A new filter or order begins at the first page. */
export function addressOf({ path, query }: Sorting, change: Readonly<Record<string, string>>): string {
  const { cursor: _cursor, ...rest } = query;
  const parts = Object.entries({ ...rest, ...change }).filter(([, value]) => value !== "");
  const text = new URLSearchParams(parts).toString();
  return text === "" ? path : `${path}?${text}`;
}

interface SortedHeadingProps {
  readonly by: string;
  readonly words: string;
  readonly sorting: Sorting;
}

/** The heading of a column that sorts the list: first up, then down. */
export function SortedHeading({ by, words, sorting }: SortedHeadingProps) {
  const now = sorting.query["sort"];
  const order = now === by ? "ascending" : now === `-${by}` ? "descending" : undefined;
  return (
    <th scope="col" class={by === "name" ? "main" : undefined} aria-sort={order}>
      <a href={addressOf(sorting, { sort: order === "ascending" ? `-${by}` : by })}>
        {words}
        {order && <span aria-hidden="true">{order === "ascending" ? " ↑" : " ↓"}</span>}
      </a>
    </th>
  );
}

/** A link to the next page of a list. */
export function More({ sorting, next }: { readonly sorting: Sorting; readonly next: string | null }) {
  if (next === null) return null;
  return (
    <a class="button" href={addressOf(sorting, { cursor: next })}>
      More
    </a>
  );
}
