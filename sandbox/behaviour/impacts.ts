import { ApiError, notFound, unprocessable } from "../api-error.js";
import { pointer } from "../store/absorb.js";
import { namedBy, type Call, type Handlers } from "../store/call.js";
import { paginate } from "../store/page.js";
import { infrastructures } from "../store/relations.js";
import { Ref, type Fields, type Item } from "../store/store.js";
import type { World } from "../world.js";
import { moveTo } from "./milestones.js";
import { attachStatusPages } from "./status-pages.js";
import { addNote } from "./timeline.js";
import { addEvent } from "./events.js";

/** One impact of an incident: the affected item and its condition. */
export interface Impact extends Fields {
  readonly id: string;
  readonly type: string;
  readonly impact: Ref;
  readonly condition: Ref | null;
}

export const impactHandlers: Handlers = {
  "PATCH /v1/incidents/{incident_id}/impact": (call, world) => changeImpacts(call, false, world),
  "PUT /v1/incidents/{incident_id}/impact": (call, world) => changeImpacts(call, true, world),
  "GET /v1/incidents/{incident_id}/impact/{type}": (call) => {
    const ofType = impactsOf(namedBy(call, "incident_id")).filter(
      ({ impact }) => impact.collection === call.params.type,
    );
    return paginate(call, ofType.map(asSmall));
  },
  "POST /v1/incidents/{incident_id}/impact/{type}": (call, world) => {
    const incident = namedBy(call, "incident_id");
    const collection = String(call.params.type);
    const impact = makeImpact({ ...call.body, collection }, world);
    put(incident, [impact], world);
    return asSmall(impactsOf(incident).find(({ impact: { id } }) => id === impact.impact.id) as Impact);
  },
  "DELETE /v1/incidents/{incident_id}/impact/{type}/{id}": (call, world) => {
    const incident = namedBy(call, "incident_id");
    const all = impactsOf(incident);
    // FireHydrant does not document whether it takes the id of the impact or of the infrastructure. The sandbox takes both.
    const left = all.filter(({ id, impact }) => id !== call.params.id && impact.id !== call.params.id);
    if (left.length === all.length) throw notFound("impact", String(call.params.id));
    set(incident, left, world);
    return null;
  },
};

export function impactsOf(incident: Item): Impact[] {
  return (incident.data.impacts ?? []) as Impact[];
}

/** The affected items of one kind, as pointers. */
export function impacted(incident: Item, collection: string): Ref[] {
  return impactsOf(incident)
    .filter(({ impact }) => impact.collection === collection)
    .map(({ impact }) => impact);
}

/** Adds impacts, or changes the condition of existing ones. Removes none. */
export function addImpacts(incident: Item, given: readonly Fields[], world: World): void {
  put(
    incident,
    given.map((impact) => makeImpact(impact, world)),
    world,
  );
}

function changeImpacts(call: Call, replace: boolean, world: World): Item {
  const incident = namedBy(call, "incident_id");
  const { impact, milestone, note, status_pages } = call.body;
  const impacts = ((impact ?? []) as Fields[]).map((entry) => makeImpact(entry, world));
  if (replace) set(incident, impacts, world);
  else if (impacts.length > 0) put(incident, impacts, world);
  attachStatusPages(incident, (status_pages ?? []) as Fields[], world);
  if (milestone) moveTo(incident, String(milestone), world);
  if (note) addNote(incident, { body: note, status_pages }, world);
  return incident;
}

/** Checks one impact. `type` or `collection` limit where the id is looked up. The two impact calls have neither. */
/** One impact from a body: `{id, type, condition_id}`. */
export function makeImpact(given: Fields, world: World): Impact {
  const collection =
    given.collection ?? (given.type ? `${String(given.type).replace(/y$/, "ie")}s` : undefined);
  if (collection === "customers") throw unprocessable("Impacted customers are not kept by the sandbox");
  const places = collection ? [String(collection)] : [...infrastructures];
  const place = places.find((name) => world.store.find(name, String(given.id)));
  if (!place) throw notFound(collection ? String(collection) : "infrastructure", String(given.id));
  return {
    id: world.random.uuid(),
    type: place.replace(/ies$/, "y").replace(/s$/, ""),
    impact: new Ref(place, String(given.id)),
    condition: conditionOf(given, world),
    conversations: [],
  };
}

function conditionOf(given: Fields, world: World): Ref {
  if (given.condition_id) return pointer("severity_matrix/conditions", String(given.condition_id), world);
  if (!given.collection) throw new ApiError(400, "An impact needs a condition_id");
  const first = world.store
    .all("severity_matrix/conditions")
    .sort((a, b) => Number(a.data.position) - Number(b.data.position))[0];
  if (!first) throw unprocessable("No impact condition is configured");
  return new Ref(first.collection, first.id);
}

function put(incident: Item, added: readonly Impact[], world: World): void {
  const byInfrastructure = new Map(impactsOf(incident).map((impact) => [impact.impact.id, impact]));
  for (const impact of added) {
    const id = byInfrastructure.get(impact.impact.id)?.id ?? impact.id;
    byInfrastructure.set(impact.impact.id, { ...impact, id });
  }
  set(incident, [...byInfrastructure.values()], world);
}

function set(incident: Item, impacts: Impact[], world: World): void {
  const names = (list: readonly Impact[]): unknown[] =>
    list.map(({ impact }) => world.resolve(impact)?.data.name);
  const data = { before: names(impactsOf(incident)), after: names(impacts) };
  world.change(incident, { impacts });
  addEvent(incident, { type: "bulk_update", data }, world);
}

function asSmall({ id, type, impact }: Impact): Fields {
  return { id, type, infrastructure: impact };
}
