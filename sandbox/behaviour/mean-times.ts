import type { Fields, Item } from "../store/store.js";
import { Ref } from "../store/store.js";
import type { World } from "../world.js";
import { impacted } from "./impacts.js";
import { reachedAt } from "./milestones.js";
import type { Span } from "./spans.js";

/** Mean times in seconds; null if no incident got that far. `healthiness` is the share of time without an incident. */
export interface Summary {
  readonly count: number;
  readonly mttd: number | null;
  readonly mtta: number | null;
  readonly mttm: number | null;
  readonly mttr: number | null;
  readonly total_time: number;
  /** Percent of the time span, from 0 to 100. */
  readonly healthiness: number;
}

/** Sums up incidents over a time span. */
export function summarise(incidents: readonly Item[], span: Span): Summary {
  const mean = (slug: string): number | null => {
    const times = incidents.flatMap((incident) => timeTo(incident, slug) ?? []);
    return times.length === 0 ? null : Math.round(times.reduce((sum, time) => sum + time, 0) / times.length);
  };
  const open = incidents.map((incident) => openWithin(incident, span));
  const total = open.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0);
  const share = covered(open) / Math.max(1, span.to - span.from);
  return {
    count: incidents.length,
    mttd: mean("detected"),
    mtta: mean("acknowledged"),
    mttm: mean("mitigated"),
    mttr: mean("resolved"),
    total_time: Math.round(total / 1000),
    healthiness: Math.round(Math.max(0, 1 - share) * 10000) / 100,
  };
}

export interface Group {
  readonly id: string | null;
  readonly incidents: Item[];
}

/** Groups incidents by the API's groupings. An incident may be in several groups. */
export function groupOf(incidents: readonly Item[], by: string, world: World): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const incident of incidents) {
    for (const { id, name } of keysOf(incident, by, world)) {
      const group = groups.get(name) ?? { id, incidents: [] };
      group.incidents.push(incident);
      groups.set(name, group);
    }
  }
  return groups;
}

interface Key {
  readonly id: string | null;
  readonly name: string;
}

function keysOf(incident: Item, by: string, world: World): Key[] {
  const { data } = incident;
  const started = String(data.started_at);
  const named = (refs: readonly Ref[]): Key[] =>
    refs.map((ref) => ({ id: ref.id, name: String(world.resolve(ref)?.data.name) }));
  const plain = (value: unknown): Key[] => [
    { id: value ? String(value) : null, name: String(value ?? "none") },
  ];
  switch (by) {
    case "services":
    case "service":
      return named(impacted(incident, "services"));
    case "environments":
    case "environment":
      return named(impacted(incident, "environments"));
    case "functionalities":
    case "functionality":
      return named(impacted(incident, "functionalities"));
    case "severities":
    case "severity":
      return plain(data.severity);
    case "priority":
      return plain(data.priority);
    case "teams":
      return named(refsOf(world.store.children("incidents/team_assignments", incident.id), "team"));
    case "users":
    case "user":
    case "user_involvement":
      return named(refsOf(world.store.children("incidents/role_assignments", incident.id), "user"));
    case "incident_types":
      return data.incident_type instanceof Ref ? named([data.incident_type]) : plain(null);
    case "started_day":
      return plain(started.slice(0, 10));
    case "started_month":
      return plain(started.slice(0, 7));
    default:
      return plain("total");
  }
}

function refsOf(items: readonly Item[], field: string): Ref[] {
  const refs = items.map(({ data }) => data[field]).filter((value) => value instanceof Ref);
  return [...new Map(refs.map((ref) => [ref.id, ref])).values()];
}

function timeTo(incident: Item, slug: string): number | undefined {
  const at = reachedAt(incident, slug);
  return at === undefined ? undefined : (at - startOf(incident.data)) / 1000;
}

function startOf(data: Fields): number {
  return Date.parse(String(data.started_at));
}

function openWithin(incident: Item, { from, to }: Span): Span {
  return {
    from: Math.max(from, startOf(incident.data)),
    to: Math.min(to, reachedAt(incident, "resolved") ?? to),
  };
}

/** The total time of several spans. Overlaps count once. */
function covered(spans: readonly Span[]): number {
  let sum = 0;
  let end = -Infinity;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
}
