import { unprocessable } from "../api-error.js";
import { isFields } from "../store/absorb.js";
import { namedBy, type Handlers } from "../store/call.js";
import { paginate } from "../store/page.js";
import type { Fields, Item } from "../store/store.js";
import type { World } from "../world.js";
import { addEvent } from "./events.js";

/** A milestone that an incident reached. */
export interface Reached extends Fields {
  readonly id: string;
  readonly type: string;
  readonly occurred_at: string;
}

export const milestoneHandlers: Handlers = {
  "GET /v1/incidents/{incident_id}/milestones": (call) =>
    paginate(call, withDurations(namedBy(call, "incident_id"))),
  "PUT /v1/incidents/{incident_id}/milestones/bulk_update": (call, world) => {
    const incident = namedBy(call, "incident_id");
    setMilestones(incident, call.body.milestones as Fields[], world);
    addEvent(incident, { type: "bulk_milestone_update", data: { milestones: call.body.milestones } }, world);
    return paginate(call, withDurations(incident));
  },
};

/** Collections with the configuration of the lifecycle. */
export const lifecycleCollections = ["lifecycles/phases", "lifecycles/milestones"] as const;

/** The configured milestones in the order of the lifecycle. */
export function lifecycle(world: World): Item[] {
  return [...world.cached("lifecycle", lifecycleCollections, () => inOrder(world))];
}

function inOrder(world: World): Item[] {
  const phase = (item: Item): number =>
    Number(world.store.peek("lifecycles/phases", String(item.data.phase_id))?.data.position);
  const byPlace = (a: Item, b: Item): number =>
    phase(a) - phase(b) || Number(a.data.position) - Number(b.data.position);
  return world.store.all("lifecycles/milestones").sort(byPlace);
}

export function reached(incident: Item): readonly Reached[] {
  return (incident.data.milestones ?? none) as readonly Reached[];
}

const none: readonly Reached[] = [];

/** When an incident reached a milestone, in milliseconds. */
export function reachedAt(incident: Item, slug: string): number | undefined {
  const found = reached(incident).find(({ type }) => type === slug);
  return found && Date.parse(found.occurred_at);
}

/** The phase type of an incident: started, active, post_incident or closed. */
export function phaseOf(incident: Item, world: World): string {
  return phaseOfMilestone(String(incident.data.current_milestone), world) ?? "started";
}

export function phaseOfMilestone(slug: string, world: World): string | undefined {
  return world.cached("phases", lifecycleCollections, () => phasesBySlug(world)).get(slug);
}

function phasesBySlug(world: World): Map<string, string> {
  const typeOf = (id: unknown): string =>
    String(world.store.peek("lifecycles/phases", String(id))?.data.type);
  const milestones = world.store.all("lifecycles/milestones");
  return new Map(milestones.map(({ data }) => [String(data.slug), typeOf(data.phase_id)]));
}

/** Moves an incident to a milestone now. Going back reopens it and removes later milestones. */
export function moveTo(incident: Item, slug: string, world: World): void {
  const order = slugs(world);
  const place = placeOf(slug, order);
  const before = reached(incident).filter(({ type }) => order.indexOf(type) < place);
  const from = incident.data.current_milestone;
  keep(incident, [...before, reach(slug, world.stamp(), world)], order, world);
  addEvent(
    incident,
    { type: "bulk_milestone_update", data: { previous_milestone: from, milestone: slug } },
    world,
  );
}

/** Sets or removes times. Throws a 422 if the result is out of order. */
export function setMilestones(incident: Item, changes: readonly Fields[], world: World): void {
  const order = slugs(world);
  const byType = new Map(reached(incident).map((milestone) => [milestone.type, milestone]));
  for (const { type, occurred_at, remove } of changes.filter(isFields)) {
    placeOf(String(type), order);
    if (remove === true) byType.delete(String(type));
    else
      byType.set(
        String(type),
        reach(String(type), world.stamp(new Date(String(occurred_at))), world, byType),
      );
  }
  keep(incident, [...byType.values()], order, world);
}

/** By an incident's milestones. A change replaces the list, so a list never changes. */
const durations = new WeakMap<readonly Reached[], readonly Fields[]>();

/** Milestones with their durations (ISO 8601). The current one has none. */
export function withDurations(incident: Item): readonly Fields[] {
  const all = reached(incident);
  const known = durations.get(all);
  if (known) return known;
  const made = all.map((milestone, index) => {
    const next = all[index + 1];
    const lasted = next && Date.parse(next.occurred_at) - Date.parse(milestone.occurred_at);
    return { ...milestone, duration: lasted === undefined ? null : isoDuration(lasted) };
  });
  durations.set(all, made);
  return made;
}

/** Milliseconds as an ISO 8601 duration. */
export function isoDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor((seconds % 3600) / 60),
    seconds % 60,
  ];
  const text = [hours && `${hours}H`, minutes && `${minutes}M`, rest && `${rest}S`].filter(Boolean).join("");
  return `PT${text || "0S"}`;
}

function keep(incident: Item, milestones: Reached[], order: readonly string[], world: World): void {
  const sorted = [...milestones].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
  const wrong = sorted.find(({ occurred_at }, index) => occurred_at < (sorted[index - 1]?.occurred_at ?? ""));
  if (wrong) throw unprocessable(`Milestone ${wrong.type} would be out of chronological order`);
  const started = sorted.find(({ type }) => type === order[0]) ?? sorted[0];
  world.change(incident, {
    milestones: sorted,
    current_milestone: sorted.at(-1)?.type ?? order[0],
    started_at: started?.occurred_at ?? incident.data.created_at,
  });
}

function reach(type: string, at: string, world: World, known = new Map<string, Reached>()): Reached {
  const stamp = world.stamp();
  const before = known.get(type);
  return {
    id: before?.id ?? world.random.uuid(),
    type,
    occurred_at: at,
    created_at: before?.created_at ?? stamp,
    updated_at: stamp,
  };
}

function slugs(world: World): string[] {
  return lifecycle(world).map(({ data }) => String(data.slug));
}

function placeOf(slug: string, order: readonly string[]): number {
  const place = order.indexOf(slug);
  if (place < 0)
    throw unprocessable(`Milestone ${slug} does not exist`, [`Known milestones: ${order.join(", ")}`]);
  return place;
}
