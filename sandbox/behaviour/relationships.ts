import { namedBy, type Handlers } from "../store/call.js";
import type { Fields, Item } from "../store/store.js";
import { refTo, type World } from "../world.js";
import { lifecycle, moveTo } from "./milestones.js";

export const relationshipHandlers: Handlers = {
  "GET /v1/incidents/{incident_id}/relationships": (call, world) =>
    relationships(namedBy(call, "incident_id"), world),
  "PUT /v1/incidents/{incident_id}/close": (call, world) => {
    const incident = namedBy(call, "incident_id");
    for (const one of [incident, ...childrenOf(incident, world)]) close(one, world);
    return incident;
  },
};

/** Makes an incident the child of another. The API shows such links but cannot create them; only the web page can. */
export function tieTo(child: Item, parent: Item, world: World): void {
  world.change(child, { parent_incident_id: parent.id });
}

function childrenOf(incident: Item, world: World): Item[] {
  return world.store.all("incidents").filter(({ data }) => data.parent_incident_id === incident.id);
}

function relationships(incident: Item, world: World): Fields {
  const parent = world.store.find("incidents", String(incident.data.parent_incident_id));
  const siblings = parent ? childrenOf(parent, world).filter((other) => other !== incident) : [];
  return {
    parent: parent ? refTo(parent) : null,
    siblings: siblings.map(refTo),
    children: childrenOf(incident, world).map(refTo),
  };
}

function close(incident: Item, world: World): void {
  const last = lifecycle(world).at(-1);
  if (last && incident.data.current_milestone !== last.data.slug)
    moveTo(incident, String(last.data.slug), world);
}
