import { unprocessable } from "../api-error.js";
import { absorb, pointer } from "../store/absorb.js";
import { namedBy, type Call, type Handlers } from "../store/call.js";
import { removeItem } from "../store/crud.js";
import { paginate } from "../store/page.js";
import { Ref, type Fields, type Item } from "../store/store.js";
import { refTo, type World } from "../world.js";
import { linkAlert } from "./alerts.js";
import { assignTeam } from "./assignments.js";
import { addImpacts, impacted } from "./impacts.js";
import { searchIncidents } from "./incident-search.js";
import { lifecycle, moveTo, phaseOfMilestone, setMilestones } from "./milestones.js";
import { startRunbook } from "./runbooks.js";
import { addEvent } from "./events.js";

export const incidentHandlers: Handlers = {
  "GET /v1/incidents": (call, world) => paginate(call, searchIncidents(call, world)),
  "POST /v1/incidents": (call, world) => declare(call.body, world),
  "PATCH /v1/incidents/{incident_id}": (call, world) =>
    update(namedBy(call, "incident_id"), call.body, world),
  "DELETE /v1/incidents/{incident_id}": (call, world) => removeItem(namedBy(call, "incident_id"), world),
  "PUT /v1/incidents/{incident_id}/resolve": (call, world) => resolve(call, world),
  "POST /v1/incidents/{incident_id}/unarchive": (call, world) => {
    const incident = world.store.peek("incidents", String(call.params.incident_id));
    if (!incident) return pointer("incidents", String(call.params.incident_id), world);
    world.touch(incident).archived = false;
    return world.change(incident, { discarded_at: null });
  },
  "GET /v1/incidents/{incident_id}/similar": (call, world) =>
    paginate(call, similar(namedBy(call, "incident_id"), world)),
};

/** Declares an incident from a body: number, lifecycle, impacts, teams, runbooks and alerts. */
export function declare(given: Fields, world: World): Item {
  const body = withType(given, world);
  const plain = Object.entries(body).filter(([name]) => !filledLater.has(name));
  const fields = absorb(Object.fromEntries(plain), world);
  const first = String(lifecycle(world)[0]?.data.slug ?? "started");
  world.incidentNumber += 1;
  const stamp = world.stamp();
  const incident = world.add("incidents", {
    ...fields,
    number: world.incidentNumber,
    severity: fields.severity ?? "UNSET",
    custom_fields: customFields(body.custom_fields, world),
    tag_list: body.tag_list ?? [],
    labels: body.labels ?? {},
    impacts: [],
    milestones: [],
    current_milestone: first,
    started_at: stamp,
    created_by: world.author(),
    conversation_id: world.random.uuid(),
    discarded_at: null,
  });
  try {
    fill(incident, body, first, world);
  } catch (error) {
    // A refused request must change nothing.
    world.remove(incident);
    world.incidentNumber -= 1;
    throw error;
  }
  return incident;
}

/** Applies these through the same functions as later changes, so that they appear in the timeline. */
const filledLater = new Set([
  "impacts",
  "milestones",
  "team_ids",
  "runbook_ids",
  "alert_ids",
  "external_links",
]);

function fill(incident: Item, body: Fields, first: string, world: World): void {
  const milestones = (body.milestones ?? []) as Fields[];
  const known = milestones.some(({ type }) => type === first);
  const earliest = milestones.map(({ occurred_at }) => String(occurred_at)).sort()[0] ?? world.stamp();
  setMilestones(
    incident,
    known ? milestones : [{ type: first, occurred_at: earliest }, ...milestones],
    world,
  );
  world.add("conversations", { id: incident.data.conversation_id, incident_id: incident.id });
  addEvent(
    incident,
    { type: "incident_status", data: { message: "Incident opened", name: incident.data.name } },
    world,
  );
  if (Array.isArray(body.impacts) && body.impacts.length)
    addImpacts(incident, body.impacts as Fields[], world);
  for (const id of ids(body.team_ids)) assignTeam(incident, id, world);
  for (const id of ids(body.alert_ids)) linkAlert(incident, id, world);
  for (const id of ids(body.runbook_ids))
    startRunbook(world.resolve(pointer("runbooks", id, world)) as Item, incident, world);
}

/** The template of an incident type fills in what the request leaves out. */
function withType(body: Fields, world: World): Fields {
  if (!body.incident_type_id || body.skip_incident_type_values === true) return body;
  const type = world.resolve(pointer("incident_types", String(body.incident_type_id), world));
  const { private_incident, incident_name: _, ...template } = (type?.data.template ?? {}) as Fields;
  const impacts = ((template.impacts ?? []) as Fields[]).filter(({ condition_id }) => condition_id);
  const values = Object.entries<unknown>({ ...template, impacts }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  const given = Object.entries(body).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(values), restricted: private_incident, ...Object.fromEntries(given) };
}

function customFields(given: unknown, world: World): Fields[] {
  return ((given ?? []) as Fields[]).map(({ field_id, value_string, value_array }) => {
    const definition = world.resolve(pointer("custom_fields/definitions", String(field_id), world));
    const { display_name, slug, field_type } = definition?.data ?? {};
    return {
      field_id,
      display_name,
      name: display_name,
      slug,
      value_type: field_type,
      value: value_string,
      value_string,
      value_array,
    };
  });
}

function update(incident: Item, body: Fields, world: World): Item {
  const before = Object.fromEntries(Object.keys(body).map((name) => [name, incident.data[name] ?? null]));
  world.change(incident, absorb(body, world));
  addEvent(incident, { type: "generic_resource_change", data: { before, after: body } }, world);
  return incident;
}

function resolve(call: Call, world: World): Item {
  const incident = namedBy(call, "incident_id");
  const over = lifecycle(world)
    .map(({ data }) => String(data.slug))
    .filter((slug) => isOver(slug, world));
  const slug = String(call.body.milestone ?? over[0] ?? "resolved");
  if (!over.includes(slug))
    throw unprocessable(`Milestone ${slug} does not end an incident`, [`Possible: ${over.join(", ")}`]);
  moveTo(incident, slug, world);
  return incident;
}

function isOver(slug: string, world: World): boolean {
  return ["post_incident", "closed"].includes(phaseOfMilestone(slug, world) ?? "");
}

function similar(incident: Item, world: World): Fields[] {
  const own = new Set(impacted(incident, "services").map(({ id }) => id));
  const shared = (other: Item): number => impacted(other, "services").filter(({ id }) => own.has(id)).length;
  return world.store
    .all("incidents")
    .filter((other) => other !== incident && shared(other) > 0)
    .slice(-10)
    .map((other) => ({
      incident: refTo(other),
      id: other.id,
      name: other.data.name,
      distance: 1 / (1 + shared(other)),
    }));
}

function ids(given: unknown): string[] {
  return Array.isArray(given) ? given.map((id) => (id instanceof Ref ? id.id : String(id))) : [];
}
