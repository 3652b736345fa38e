import { Ref, type Fields, type Item } from "../../sandbox/store/store.js";
import type { World } from "../../sandbox/world.js";
import type { Wanted } from "./matches.js";

/** Only colleagues read it. */
export const internal: Wanted = "private_to_org";

/** A time within a minute of another one, as engineers give times by the minute. */
export function around(at: number | string): Wanted {
  const wanted = new Date(at).getTime();
  return (value) => Math.abs(Date.parse(String(value)) - wanted) <= 60_000;
}

/** The impacts that an incident had, with some added, changed (name → condition) or, by null, taken away. */
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

/** The milestones that an incident had, one of them at another time. */
export function milestoneAt(before: Item, type: string, at: number): Wanted {
  const all = (before.data.milestones ?? []) as Fields[];
  return all.map((one) => ({
    type: String(one.type),
    occurred_at: around(one.type === type ? at : String(one.occurred_at)),
  }));
}
