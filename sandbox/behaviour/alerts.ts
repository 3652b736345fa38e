import { pointer } from "../store/absorb.js";
import { listOf, momentOf, namedBy, oneOf, type Call, type Handlers } from "../store/call.js";
import { contains, hasTags } from "../store/filters.js";
import { paginate } from "../store/page.js";
import { Ref, type Fields, type Item } from "../store/store.js";
import { refTo, type World } from "../world.js";
import { addEvent } from "./events.js";

export const alertHandlers: Handlers = {
  "GET /v1/alerts": (call, world) => paginate(call, searchAlerts(call, world)),
  "PATCH /v1/signals/alerts/{id}": (call, world) =>
    world.change(namedBy(call, "id"), { is_noise: call.body.noise }),
  "GET /v1/incidents/{incident_id}/alerts": (call, world) =>
    paginate(call, world.store.children("incidents/alerts", namedBy(call, "incident_id").id)),
  "POST /v1/incidents/{incident_id}/alerts": (call, world) => {
    const incident = namedBy(call, "incident_id");
    for (const id of call.payload as string[]) linkAlert(incident, id, world);
    return null;
  },
  "PATCH /v1/incidents/{incident_id}/alerts/{incident_alert_id}/primary": (call, world) => {
    const primary = call.body.primary === true;
    const own = namedBy(call, "incident_alert_id");
    const others = world.store.children("incidents/alerts", namedBy(call, "incident_id").id);
    if (primary) for (const other of others) world.touch(other).data.primary = false;
    return world.change(own, { primary });
  },
};

/** The alerts that match a query, newest first. */
export function searchAlerts(call: Call, world: World): Item[] {
  const statuses = listOf(call, "statuses");
  const text = oneOf(call, "query");
  const from = momentOf(call, "start_datetime") ?? momentOf(call, "start_date") ?? -Infinity;
  const to = momentOf(call, "end_datetime") ?? endOfDay(momentOf(call, "end_date"));
  const among = (name: string, idsOf: (alert: Item) => unknown[]): ((alert: Item) => boolean) => {
    const wanted = listOf(call, name);
    return (alert) => wanted.length === 0 || idsOf(alert).some((id) => wanted.includes(String(id)));
  };
  const tests = [
    among("teams", ({ data }) => [data.team_id]),
    among("users", ({ data }) => (data.notified_user_ids ?? []) as unknown[]),
    among("services", ({ data }) => refIds(data.services)),
    among("environments", ({ data }) => refIds(data.environments)),
    among("signal_rules", ({ data }) => refIds([data.signal_rule])),
  ];
  return world.store
    .all("alerts")
    .filter(({ data }) => statuses.length === 0 || statuses.includes(String(data.status)))
    .filter(({ data }) => !text || contains(data.summary, text) || contains(data.description, text))
    .filter(({ data }) => at(data) >= from && at(data) <= to)
    .filter(({ data }) => listOf(call, "tags").length === 0 || hasTags(data.tags, call))
    .filter((alert) => tests.every((test) => test(alert)))
    .sort((a, b) => at(b.data) - at(a.data));
}

/** Links an alert to an incident. The first one becomes the primary alert. */
export function linkAlert(incident: Item, alertId: string, world: World): Item {
  const alert = pointer("alerts", alertId, world);
  const linked = world.store.children("incidents/alerts", incident.id);
  const there = linked.find(({ data }) => data.alert_id === alertId);
  if (there) return there;
  const fields = { alert_id: alertId, alert, primary: linked.length === 0 };
  const link = world.add("incidents/alerts", fields, { incident_id: incident.id, alert_id: alertId });
  const data = { alert_id: alertId, summary: world.resolve(alert)?.data.summary };
  addEvent(incident, { type: "alert_linked", data }, world);
  return link;
}

/** Opens an alert with its own event. `fields` contain its subject and its target. */
export function openAlert(fields: Fields, world: World): Item {
  const stamp = world.stamp();
  const alert = world.add("alerts", {
    status: "opened",
    starts_at: stamp,
    ends_at: null,
    priority: "HIGH",
    notification_priority: "HIGH",
    integration_name: "Signals",
    is_noise: false,
    is_expired: false,
    tags: [],
    labels: {},
    services: [],
    environments: [],
    notified_user_ids: [],
    position: 0,
    ...fields,
    events: [],
  });
  addAlertEvent(alert, "opened", {}, world);
  return alert;
}

/** Sets the state of an alert: acknowledged, resolved, expired, … */
export function setAlertStatus(alert: Item, status: string, world: World): void {
  const over = status === "resolved" || status === "expired";
  world.change(alert, { status, is_expired: status === "expired", ends_at: over ? world.stamp() : null });
  addAlertEvent(alert, status, {}, world);
}

export function addAlertEvent(alert: Item, type: string, data: Fields, world: World): void {
  (world.touch(alert).data.events as Fields[]).push({
    id: world.random.uuid(),
    type,
    data,
    created_at: world.stamp(),
  });
}

/** The incidents that an alert is linked to. */
export function incidentsOf(alert: Item, world: World): Ref[] {
  const links = world.store.children("incidents/alerts", alert.id);
  return links.flatMap(({ parents }) => {
    const incident = world.store.find("incidents", parents.incident_id ?? "");
    return incident ? [refTo(incident)] : [];
  });
}

function at(data: Fields): number {
  return Date.parse(String(data.starts_at));
}

function endOfDay(at: number | undefined): number {
  return at === undefined ? Infinity : at + 86_399_999;
}

function refIds(field: unknown): string[] {
  return [field].flat().flatMap((ref) => (ref instanceof Ref ? [ref.id] : []));
}
