import { oneOf, type Call } from "./call.js";

/** FireHydrant's paging envelope. `next` and `prev` are page numbers. */
export interface Page<T> {
  readonly data: readonly T[];
  readonly pagination: {
    readonly count: number;
    readonly page: number;
    readonly items: number;
    readonly pages: number;
    readonly last: number;
    readonly prev: number | null;
    readonly next: number | null;
  };
}

/**
 * One page of a list: 20 entries by default, at most 200 by `per_page`. If the contract declares no `per_page`, the
 * whole list is answered, because a client could not ask for the rest.
 */
export function paginate<T>(call: Call, all: readonly T[]): Page<T> {
  const paged = call.operation.parameters.some(({ name }) => name === "per_page");
  const items = paged ? clamp(Number(oneOf(call, "per_page") ?? 20), 1, 200) : Math.max(20, all.length);
  const pages = Math.max(1, Math.ceil(all.length / items));
  const page = clamp(Number(oneOf(call, "page") ?? 1), 1, Number.MAX_SAFE_INTEGER);
  return {
    data: all.slice((page - 1) * items, page * items),
    pagination: {
      count: all.length,
      page,
      items,
      pages,
      last: pages,
      prev: page > 1 ? page - 1 : null,
      next: page < pages ? page + 1 : null,
    },
  };
}

function clamp(number: number, low: number, high: number): number {
  return Number.isFinite(number) ? Math.min(high, Math.max(low, Math.trunc(number))) : low;
}
