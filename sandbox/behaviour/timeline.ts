import { namedBy, listOf, type Call, type Handlers } from "../store/call.js";
import { isFields } from "../store/absorb.js";
import { paginate } from "../store/page.js";
import type { Fields, Item } from "../store/store.js";
import { refTo, type World } from "../world.js";
import { addEvent, noVotes, timeline } from "./events.js";
import { attachStatusPages } from "./status-pages.js";

export const timelineHandlers: Handlers = {
  "GET /v1/incidents/{incident_id}/events": (call, world) => {
    const types = listOf(call, "types");
    const events = timeline(namedBy(call, "incident_id"), world);
    return paginate(
      call,
      types.length ? events.filter(({ data }) => types.includes(String(data.type))) : events,
    );
  },
  "PATCH /v1/incidents/{incident_id}/events/{event_id}": (call, world) =>
    world.change(namedBy(call, "event_id"), call.body),
  "POST /v1/incidents/{incident_id}/notes": (call, world) =>
    addNote(namedBy(call, "incident_id"), call.body, world),
  "PATCH /v1/incidents/{incident_id}/notes/{note_id}": (call, world) => {
    const note = world.change(namedBy(call, "note_id"), { body: call.body.body });
    const shown = timeline(namedBy(call, "incident_id"), world).find(
      ({ data }) => (data.data as Fields).id === note.id,
    );
    if (shown) world.change(shown, { data: { ...(shown.data.data as Fields), body: call.body.body } });
    return note;
  },
  "POST /v1/incidents/{incident_id}/generic_chat_messages": (call, world) => {
    const incident = namedBy(call, "incident_id");
    const message = world.add("incidents/generic_chat_messages", call.body, { incident_id: incident.id });
    const { body, occurred_at } = call.body;
    addEvent(incident, { type: "generic_chat_message", data: { id: message.id, body }, occurred_at }, world);
    return message;
  },
  "PATCH /v1/incidents/{incident_id}/events/{event_id}/votes": (call, world) =>
    vote(namedBy(call, "event_id"), call, world),
  "GET /v1/incidents/{incident_id}/events/{event_id}/votes/status": (call) =>
    namedBy(call, "event_id").data.votes ?? noVotes,
};

/** A note is stored as an entry and as an event of the timeline. */
export function addNote(incident: Item, body: Fields, world: World): Item {
  const { visibility = "private_to_org", occurred_at } = body;
  const pages = attachStatusPages(incident, (body.status_pages ?? []) as Fields[], world);
  const fields = { body: body.body, visibility, status_pages: pages.map(refTo), conversations: [] };
  const note = world.add("incidents/notes", fields, { incident_id: incident.id });
  const shown = pages.map(({ id, data: { name, url } }) => ({ id, name, url }));
  const data = { id: note.id, body: body.body, status_pages: shown };
  addEvent(incident, { type: "note", data, visibility, occurred_at }, world);
  return note;
}

function vote(item: Item, call: Call, world: World): Fields {
  const direction = call.body.direction;
  const up = direction === "up";
  const down = direction === "down";
  const before = isFields(item.data.votes) ? item.data.votes : noVotes;
  const likes = Number(before.likes) - Number(before.liked) + Number(up);
  const dislikes = Number(before.dislikes) - Number(before.disliked) + Number(down);
  const votes = { voted: up || down, liked: up, disliked: down, likes, dislikes };
  world.change(item, { votes });
  return votes;
}
