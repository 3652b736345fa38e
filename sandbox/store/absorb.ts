import { notFound, unprocessable } from "../api-error.js";
import type { World } from "../world.js";
import { collectionFor, shownAs, targetCollections } from "./relations.js";
import { Ref, type Fields } from "./store.js";

/**
 * Turns a request's body into an item's data. Ids become pointers: 404 for an unknown id, 422 for an unknown severity
 * or priority. Entries of lists get their own ids. `remove` marks delete entries.
 */
export function absorb(body: Fields, world: World, before: Fields = {}): Fields {
  const fields: Fields = {};
  for (const [name, value] of Object.entries(body)) {
    if (name.startsWith("remove_")) continue;
    Object.assign(fields, absorbField([name, value], body, before, world));
  }
  if (body.remove_owner === true) fields.owner = null;
  if (typeof body.target_id === "string") fields.target = target(body.target_id, body.target_type, world);
  return fields;
}

function absorbField([name, value]: [string, unknown], body: Fields, before: Fields, world: World): Fields {
  const collection = collectionFor(name);
  if (value === null || value === undefined) return { [name]: null };
  if (name === "severity" || name === "priority") return slugField(name, value, world);
  if (typeof value === "string" && collection && name.endsWith("_id")) {
    return { [name]: value, [shownAs(name)]: pointer(collection, value, world) };
  }
  if (Array.isArray(value) && name === "members") return { members: inTurn(value, world) };
  if (Array.isArray(value) && collection) {
    const kept = body[`remove_remaining_${name}`] === true ? [] : list(before[shownAs(name)]);
    return { [shownAs(name)]: mergeRefs(collection, value, name.endsWith("_ids") ? [] : kept, world) };
  }
  if (Array.isArray(value)) return { [name]: value.map((part) => absorbPart(part, world)) };
  if (name === "owner") return { owner: pointer("teams", String((value as Fields).id), world) };
  if (name === "target") return { target: target((value as Fields).id, (value as Fields).type, world) };
  if (isFields(value) && (value.target_id || value.id)) return { [name]: absorbPart(value, world) };
  return { [name]: value };
}

function slugField(name: string, value: unknown, world: World): Fields {
  if (value === "") return { [name]: null };
  if (notificationPriorities.has(String(value))) return { [name]: value };
  if (!world.store.find(collectionFor(name) as string, String(value))) {
    throw unprocessable(`${name} ${String(value)} does not exist`);
  }
  return { [name]: value };
}

// Signals has three levels that are also named `priority`. They are an enum of the contract, not resources.
const notificationPriorities = new Set(["HIGH", "MEDIUM", "LOW"]);

/** A pointer to an existing item. */
export function pointer(collection: string, id: string, world: World): Ref {
  if (!world.store.find(collection, id)) throw notFound(kindOf(collection), id);
  return new Ref(collection, id);
}

/** A collection's name in the singular, for messages. */
export function kindOf(collection: string): string {
  const last = collection.split("/").at(-1) ?? collection;
  return last.replace(/ies$/, "y").replace(/s$/, "").replaceAll("_", " ");
}

/** A Signals target as the API shows it. A channel of a chat tool is not checked. */
export function target(id: unknown, type: unknown, world: World): Fields {
  const collection = targetCollections[String(type)];
  if (!collection) return { id, type, name: null, team_id: null, is_pageable: false };
  const item = world.store.find(collection, String(id));
  if (!item) throw notFound(kindOf(collection), String(id));
  const team = item.collection === "teams" ? item.id : (item.parents.team_id ?? null);
  return { id, type, name: item.data.name ?? null, team_id: team, is_pageable: true };
}

function mergeRefs(collection: string, parts: unknown[], kept: readonly unknown[], world: World): Ref[] {
  const refs = new Map(kept.filter((part) => part instanceof Ref).map((ref) => [ref.id, ref]));
  for (const part of parts) {
    const { id, user_id, remove } = isFields(part) ? part : { id: part };
    const key = id ?? user_id;
    if (typeof key !== "string") continue;
    if (remove === true) refs.delete(key);
    else refs.set(key, pointer(collection, key, world));
  }
  return [...refs.values()];
}

/**
 * A rotation's members are replaced as a whole. Their order is the order of turns, a person may appear twice, and a
 * slot may be empty.
 */
function inTurn(members: readonly unknown[], world: World): unknown[] {
  return members.map((member) => {
    if (member instanceof Ref) return member;
    const id = isFields(member) ? member.user_id : member;
    return typeof id === "string" && id !== "" ? pointer("users", id, world) : blankSlot;
  });
}

/** The API's value for an empty slot. */
const blankSlot: Fields = { id: null, name: null };

function absorbPart(part: unknown, world: World): unknown {
  if (!isFields(part)) return part;
  const fields = absorb(part, world);
  return { ...fields, id: part.id ?? world.random.uuid() };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Ref);
}
