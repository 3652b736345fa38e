import type { Fields, Item } from "../../sandbox/store/store.js";
import type { World } from "../../sandbox/world.js";
import { itemOf } from "./find.js";

const day = 86_400_000;

/** The incidents of the last days that are not archived, optionally of some severities. */
export function incidentsOf(world: World, days: number, ...severities: readonly string[]): Item[] {
  const from = world.now().getTime() - days * day;
  return world.store
    .all("incidents")
    .filter(({ data }) => Date.parse(String(data.started_at)) >= from)
    .filter(({ data }) => severities.length === 0 || severities.includes(String(data.severity)));
}

/** Minutes from the start of incidents to a milestone, for incidents that reached it. */
export function minutesTo(milestone: string, incidents: readonly Item[]): number[] {
  return incidents.flatMap(({ data }) => {
    const reached = (data.milestones as Fields[]).find(({ type }) => type === milestone);
    const since = Date.parse(String(data.started_at));
    return reached ? [(Date.parse(String(reached.occurred_at)) - since) / 60_000] : [];
  });
}

/** The mean of numbers. */
export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** How many incidents affect a service. */
export function hits(service: string, incidents: readonly Item[], world: World): number {
  const { id } = itemOf(world.store, "services", service);
  const isHit = ({ data }: Item) =>
    (data.impacts as { readonly impact: { readonly id: string } }[]).some(({ impact }) => impact.id === id);
  return incidents.filter(isHit).length;
}
