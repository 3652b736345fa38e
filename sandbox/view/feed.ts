import { phaseOf } from "../behaviour/milestones.js";
import { timeline } from "../behaviour/timeline.js";
import type { AuditTrail } from "../manners/audit.js";
import type { Fields, Item } from "../store/store.js";
import type { World } from "../world.js";

/** What the view shows: incidents (open ones first), one incident's timeline, pages sent, and the last calls. */
export function feedOf(world: World, audit: AuditTrail, wanted: string | null): Fields {
  const incidents = shownIncidents(world);
  const chosen = (wanted && world.store.find("incidents", wanted)) || incidents[0];
  return {
    now: world.stamp(),
    seed: world.seed,
    incidents: incidents.map((incident) => summary(incident, world)),
    chosen: chosen && { ...summary(chosen, world), events: timeline(chosen, world).slice(0, 60).map(entry) },
    pages: world.store
      .everything("pages")
      .slice(-30)
      .reverse()
      .map(({ data }) => page(data, world)),
    calls: audit.entries
      .slice(-30)
      .reverse()
      .map(({ at, operation, status }) => ({ at, operation, status })),
  };
}

function shownIncidents(world: World): Item[] {
  const newest = (a: Item, b: Item): number => Number(b.data.number) - Number(a.data.number);
  const rank = (incident: Item): number => Number(!isOpen(incident, world));
  return world.store
    .all("incidents")
    .sort((a, b) => rank(a) - rank(b) || newest(a, b))
    .slice(0, 25);
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

function isOpen(incident: Item, world: World): boolean {
  return ["started", "active"].includes(phaseOf(incident, world));
}

function entry({ data }: Item): Fields {
  const { occurred_at, type, author } = data;
  return { at: occurred_at, type, author: (author as Fields).name, text: words(data.data as Fields) };
}

/** An event in one line: what a person wrote, else its fields. */
function words(data: Fields): string {
  const said = data.body ?? data.message;
  if (typeof said === "string") return said;
  const shown = Object.entries(data).filter(([name]) => !name.endsWith("id"));
  return shown
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
}

function page(data: Fields, world: World): Fields {
  const alert = world.store.peek("alerts", String(data.alert_id));
  return {
    at: data.created_at,
    who: data.user_name,
    summary: data.summary,
    step: data.step,
    status: alert?.data.status,
  };
}
