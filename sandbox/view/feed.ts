import { holders } from "../behaviour/assignments.js";
import { impactsOf } from "../behaviour/impacts.js";
import { phaseOf } from "../behaviour/milestones.js";
import { timeline } from "../behaviour/events.js";
import type { AuditTrail } from "../manners/audit.js";
import type { Fields, Item } from "../store/store.js";
import type { World } from "../world.js";
import { tell } from "./tell.js";

/**
 * The data of the view: incidents (open ones first), one incident with its timeline, sent pages, and the last calls.
 * The one incident is the selected one, or else the last one that changed.
 */
export function feedOf(world: World, audit: AuditTrail, wanted: string | null): Fields {
  const incidents = shownIncidents(world);
  const chosen = (wanted && world.store.find("incidents", wanted)) || lastChanged(incidents);
  return {
    now: world.stamp(),
    seed: world.seed,
    incidents: incidents.map((incident) => summary(incident, world)),
    chosen: chosen && details(chosen, world),
    pages: world.store
      .everything("pages")
      .slice(-30)
      .reverse()
      .map(({ data }) => page(data, world)),
    calls: audit.entries
      .slice(-40)
      .reverse()
      .map(({ at, operation, path, status, body }) => ({
        at,
        operation,
        path,
        status,
        arguments: shown(body),
      })),
  };
}

const LONGEST_BODY = 2000;

/** The body of a call; undefined if it had none. */
function shown(body: unknown): string | undefined {
  if (body === undefined) return undefined;
  const text = JSON.stringify(body, null, 2);
  return text.length > LONGEST_BODY ? `${text.slice(0, LONGEST_BODY)}…` : text;
}

function shownIncidents(world: World): Item[] {
  const newest = (a: Item, b: Item): number => Number(b.data.number) - Number(a.data.number);
  const rank = (incident: Item): number => Number(!isOpen(incident, world));
  return world.store
    .all("incidents")
    .sort((a, b) => rank(a) - rank(b) || newest(a, b))
    .slice(0, 25);
}

function lastChanged(incidents: readonly Item[]): Item | undefined {
  const at = ({ data }: Item): string => String(data.updated_at);
  return [...incidents].sort((a, b) => at(b).localeCompare(at(a)))[0];
}

function summary(incident: Item, world: World): Fields {
  const { id, number, name, severity, current_milestone, started_at } = incident.data;
  return {
    id,
    number,
    name,
    severity,
    milestone: current_milestone,
    started_at,
    open: isOpen(incident, world),
  };
}

function details(incident: Item, world: World): Fields {
  const nameOf = (ref: Parameters<World["resolve"]>[0]): unknown => world.resolve(ref)?.data.name;
  return {
    ...summary(incident, world),
    impacts: impactsOf(incident).map(({ impact, condition }) => ({
      name: nameOf(impact),
      condition: condition && nameOf(condition),
    })),
    roles: holders(incident, world),
    events: timeline(incident, world).slice(0, 60).map(entry),
  };
}

function isOpen(incident: Item, world: World): boolean {
  return ["started", "active"].includes(phaseOf(incident, world));
}

function entry({ id, data }: Item): Fields {
  const { occurred_at, type, author, visibility } = data;
  const told = tell(String(type), data.data as Fields, visibility);
  return { id, at: occurred_at, author: (author as Fields).name, ...told };
}

function page(data: Fields, world: World): Fields {
  const alert = world.store.peek("alerts", String(data.alert_id));
  const target = alert?.data.signal_target as Fields | null | undefined;
  return {
    id: data.id,
    at: data.created_at,
    who: data.user_name,
    target: target?.name,
    summary: data.summary,
    step: data.step,
    status: alert?.data.status,
  };
}
