import { notFound } from "../api-error.js";
import { pointer } from "../store/absorb.js";
import { namedBy, type Call, type Handlers } from "../store/call.js";
import type { Fields, Item } from "../store/store.js";
import type { World } from "../world.js";
import { timeline } from "./events.js";

const summaryPath = "/v1/audiences/{audience_id}/summaries/{incident_id}";
const summaries = "audiences/summaries";

/** Seconds until a requested summary is ready. */
const secondsForASummary = 4;

export const audienceHandlers: Handlers = {
  [`POST ${summaryPath}`]: (call, world) => {
    const audience = namedBy(call, "audience_id");
    const incident = namedBy(call, "incident_id");
    const there = find(call, world);
    if (call.body.force_regenerate === false && there) return null;
    world.later(secondsForASummary, () => write(audience, incident, world));
    return null;
  },
  [`GET ${summaryPath}`]: (call, world) => {
    const found = find(call, world);
    if (!found) throw notFound("summary for incident", String(call.params.incident_id));
    return found;
  },
  "GET /v1/audiences/summaries/{incident_id}": (call, world) => {
    const { id } = namedBy(call, "incident_id");
    const all = world.store
      .children(summaries, id)
      .map(({ parents, data }) => [parents.audience_id, data.content]);
    return { incident_id: id, audiences: JSON.stringify(Object.fromEntries(all)) };
  },
  "PATCH /v1/audiences/{audience_id}/restore": ({ params }, world) => {
    const audience = world.store.peek("audiences", String(params.audience_id));
    if (!audience) return pointer("audiences", String(params.audience_id), world);
    world.touch(audience).archived = false;
    return world.change(audience, { discarded_at: null });
  },
  "GET /v1/audiences/member/{member_id}/default": (call, world) => {
    const chosen = namedBy(call, "member_id").data.default_audience_id;
    const all = world.store.all("audiences");
    return (
      all.find(({ id }) => id === chosen) ?? all.find(({ data }) => data.default === true) ?? all[0] ?? {}
    );
  },
  "PUT /v1/audiences/member/{member_id}/default": (call, world) => {
    const audience = pointer("audiences", String(call.body.audience_id), world);
    world.change(namedBy(call, "member_id"), { default_audience_id: audience.id });
    return audience;
  },
  "PUT /v1/ai/summarize_incident/{incident_id}/{generated_summary_id}/vote": (call, world) => {
    const summary = pointer(summaries, String(call.params.generated_summary_id), world);
    return world.change(world.resolve(summary) as Item, { vote: call.body.direction });
  },
  "GET /v1/ai/summarize_incident/{incident_id}/{generated_summary_id}/voted": (call, world) => {
    const summary = pointer(summaries, String(call.params.generated_summary_id), world);
    const vote = world.resolve(summary)?.data.vote ?? null;
    return { voted: vote !== null, direction: vote };
  },
};

function find(call: Call, world: World): Item | undefined {
  const { audience_id, incident_id = "" } = call.params;
  return world.store
    .children(summaries, incident_id)
    .find(({ parents }) => parents.audience_id === audience_id);
}

function write(audience: Item, incident: Item, world: World): void {
  const parents = { audience_id: audience.id, incident_id: incident.id };
  const before = world.store
    .children(summaries, incident.id)
    .find((item) => item.parents.audience_id === audience.id);
  if (before) world.remove(before);
  const fields: Fields = {
    content: tell(audience, incident, world),
    type: "audience",
    incident_updated_at: incident.data.updated_at,
    source_hash: world.random.uuid().replaceAll("-", ""),
  };
  world.add(summaries, fields, parents);
}

function tell(audience: Item, incident: Item, world: World): string {
  const { name, severity, current_milestone, number } = incident.data;
  const notes = timeline(incident, world).filter(({ data }) => data.type === "note");
  const last = notes[0] ? ` Latest note: ${String((notes[0].data.data as Fields).body)}` : "";
  return `For ${String(audience.data.name)}: incident ${String(number)}, ${String(name)}, is ${String(severity)} and at ${String(current_milestone)}.${last}`;
}
