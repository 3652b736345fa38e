import { Ref, type Fields, type Item } from "../../sandbox/store/store.js";
import type { World } from "../../sandbox/world.js";
import type { Wanted } from "./matches.js";

/** Visible only to colleagues. */
export const internal: Wanted = "private_to_org";

/** A time within a minute of another one, because people give times by the minute. */
export function around(at: number | string): Wanted {
  const wanted = new Date(at).getTime();
  return (value) => Math.abs(Date.parse(String(value)) - wanted) <= 60_000;
}

/** The impacts of an incident, with some added, changed (name → condition) or removed (null). */
export function impactsWith(
  before: Item,
  changes: Readonly<Record<string, string | null>>,
  world: World,
): Wanted {
  const nameOf = (ref: unknown): string => String(ref instanceof Ref && world.resolve(ref)?.data.name);
  const impacts = ((before.data.impacts ?? []) as Fields[]).map(({ impact, condition }) => [
    nameOf(impact),
    nameOf(condition),
  ]);
  const wanted: Record<string, string | null> = { ...Object.fromEntries(impacts), ...changes };
  return Object.entries(wanted).flatMap(([impact, condition]) =>
    condition === null ? [] : [{ impact, condition }],
  );
}

/** The milestones of an incident, with another time for one of them. */
export function milestoneAt(before: Item, type: string, at: number): Wanted {
  const all = (before.data.milestones ?? []) as Fields[];
  return all.map((one) => ({
    type: String(one.type),
    occurred_at: around(one.type === type ? at : String(one.occurred_at)),
  }));
}
