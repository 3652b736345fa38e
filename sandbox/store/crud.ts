import { propertiesOf } from "../contract/fit.js";
import { lastParameter, type Family } from "../contract/families.js";
import { unprocessable } from "../api-error.js";
import type { World } from "../world.js";
import { absorb } from "./absorb.js";
import { oneOf, type Call, type Handler } from "./call.js";
import { filterItems } from "./filters.js";
import { inOrder, liteOf } from "./listing.js";
import { paginate, type Page } from "./page.js";
import type { Fields, Item } from "./store.js";

/** The five default operations of every family of resources. */
export function crudHandlers(family: Family): Map<string, Handler> {
  const handlers = new Map<string, Handler>();
  const own = lastParameter(family.itemPath) ?? "id";
  if (family.list) handlers.set(family.list.key, (call, world) => listItems(family.collection, call, world));
  if (family.create) handlers.set(family.create.key, (call, world) => createItem(family, call, world));
  if (family.get) handlers.set(family.get.key, (call) => call.named[own]);
  for (const operation of [family.update, family.replace]) {
    if (operation)
      handlers.set(operation.key, (call, world) => updateItem(family, call, call.named[own] as Item, world));
  }
  if (family.remove)
    handlers.set(family.remove.key, (call, world) => removeItem(call.named[own] as Item, world));
  return handlers;
}

/** A page of a collection, under the path's parents, filtered by the query. */
function listItems(collection: string, call: Call, world: World): Page<Item | Fields> {
  const archived = oneOf(call, "include_archived") === "true";
  const items = childrenOrAll(collection, call, world, archived);
  const listed = inOrder(filterItems(call, items, world), call, world);
  const isLite = oneOf(call, "lite") === "true";
  return paginate<Item | Fields>(call, isLite ? listed.map((item) => liteOf(item, call, world)) : listed);
}

function childrenOrAll(collection: string, call: Call, world: World, archived: boolean): Item[] {
  const parents = Object.values(call.params);
  const nearest = parents.at(-1);
  if (nearest === undefined)
    return archived ? world.store.everything(collection) : world.store.all(collection);
  return world.store.children(collection, nearest).filter((item) => isUnder(item, call.params));
}

/** Whether an item belongs to the parents in the path. */
export function isUnder(item: Item, params: Readonly<Record<string, string>>): boolean {
  return Object.entries(item.parents).every(
    ([name, id]) => params[name] === undefined || params[name] === id,
  );
}

function createItem(family: Family, call: Call, world: World): Item {
  const fields = { ...defaults(call), ...absorb(call.body, world) };
  const { schema } = call.operation.success;
  const entity = (schema && propertiesOf(schema)) ?? {};
  const data: Fields = { ...fields };
  if ("created_by" in entity) data.created_by = world.author();
  if ("updated_by" in entity) data.updated_by = world.author();
  if ("position" in entity) data.position ??= world.store.all(family.collection).length;
  if ("slug" in entity || family.key === "slug") data.slug ??= freeSlug(family.collection, data, world);
  if (family.key === "field_id") data.field_id = data.id = world.random.uuid();
  if (family.key === "slug") {
    if (world.store.find(family.collection, String(data.slug)))
      throw unprocessable("Slug has already been taken");
    data.id = data.slug;
  }
  if (call.body.team_id && "owner" in entity) data.owner = data.team;
  return world.add(family.collection, data, call.params);
}

function updateItem(family: Family, call: Call, item: Item, world: World): Item {
  world.change(item, absorb(call.body, world, item.data));
  if ("updated_by" in item.data) item.data.updated_by = world.author();
  if (call.body.team_id && "owner" in item.data) item.data.owner = item.data.team;
  if (family.key === "slug") world.rename(item, String(item.data.slug));
  return item;
}

/** Deletes an item. If the API archives instead, the item is hidden and gets `discarded_at`. */
export function removeItem(item: Item, world: World): null {
  if (keepsArchive.has(item.collection)) {
    world.touch(item).archived = true;
    world.change(item, { discarded_at: world.stamp() });
  } else {
    world.remove(item);
  }
  return null;
}

const keepsArchive = new Set([
  "incidents",
  "audiences",
  "incident_roles",
  "status_update_templates",
  "users",
]);

/** Defaults of the body in the contract. */
function defaults(call: Call): Fields {
  const properties = (call.operation.body && propertiesOf(call.operation.body)) ?? {};
  const given = Object.entries(properties).filter(([, schema]) => schema.default !== undefined);
  return Object.fromEntries(given.map(([name, schema]) => [name, schema.default]));
}

function freeSlug(collection: string, data: Fields, world: World): string {
  const name = String(data.name ?? data.display_name ?? data.summary ?? "item");
  const base = slugOf(name);
  const taken = new Set(world.store.everything(collection).map((item) => item.data.slug));
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(slug)) return slug;
  }
}

/** A name as a slug in FireHydrant's style: lower case with dashes. */
export function slugOf(name: string): string {
  return (
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "") || "item"
  );
}
