import type { Fields, Item } from "../store/store.js";
import type { World } from "../world.js";

interface NewEvent {
  readonly type: string;
  readonly data: Fields;
  readonly occurred_at?: unknown;
  readonly visibility?: unknown;
  readonly author?: Fields;
}

/** Writes to an incident's timeline. */
export function addEvent(incident: Item, event: NewEvent, world: World): Item {
  const { type, data, occurred_at, visibility, author } = event;
  world.change(incident, {});
  const fields = {
    incident_id: incident.id,
    type,
    data,
    visibility: visibility ?? "private_to_org",
    occurred_at: occurred_at ? world.stamp(new Date(String(occurred_at))) : world.stamp(),
    author: author ?? world.author(),
    conversations: [],
    context: null,
    votes: noVotes,
  };
  return world.add("incidents/events", fields, { incident_id: incident.id });
}

/** An incident's timeline, newest first. */
export function timeline(incident: Item, world: World): Item[] {
  const events = world.store.children("incidents/events", incident.id);
  return events
    .reverse()
    .sort((a, b) => (occurred(a) < occurred(b) ? 1 : occurred(a) > occurred(b) ? -1 : 0));
}

/** When the newest event of an incident occurred. */
export function lastUpdate(incident: Item, world: World): string | null {
  const times = world.store.children("incidents/events", incident.id).map(occurred);
  return times.reduce<string | null>((last, time) => (last === null || time > last ? time : last), null);
}

function occurred({ data }: Item): string {
  return String(data.occurred_at);
}

/** The votes on an event without votes. */
export const noVotes = { voted: false, liked: false, disliked: false, likes: 0, dislikes: 0 };
