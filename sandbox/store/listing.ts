import { read } from "../contract/fit.js";
import type { World } from "../world.js";
import { listOf, oneOf, type Call } from "./call.js";
import { Ref, type Fields, type Item } from "./store.js";

/** Items in the order that `order_by` asks for. FireHydrant ignores `order_direction` without it. */
export function inOrder(items: readonly Item[], call: Call, world: World): readonly Item[] {
  const field = oneOf(call, "order_by");
  if (!field) return items;
  const sign = oneOf(call, "order_direction") === "desc" ? -1 : 1;
  const keyOf = (item: Item): string => {
    const value = read(item, field, world);
    return String((value instanceof Ref ? world.resolve(value)?.data.name : value) ?? "");
  };
  return items.toSorted((a, b) => sign * keyOf(a).localeCompare(keyOf(b)));
}

/** An item without its lists and without other records, except those that `include` names. */
export function liteOf(item: Item, call: Call, world: World): Fields {
  const own = Object.entries(item.data).filter(
    ([, value]) => !Array.isArray(value) && !(value instanceof Ref),
  );
  const included = listOf(call, "include").map((name) => [name, read(item, name, world)]);
  return Object.fromEntries([...own, ...included]) as Fields;
}
