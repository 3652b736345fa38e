import { deepJoined, fittingFor, type Making } from "./answers.js";
import { isRecord, type Json } from "./document.js";
import { fit } from "./fit.js";
import { typed } from "./incoming.js";
import { madeUpItem } from "./made-up.js";
import { plainName } from "./naming.js";
import type { Resource } from "./resources.js";
import type { Item, State } from "./state.js";
import { fieldsOf } from "./view.js";

/** How many items a collection begins with. */
const SEEDS = 2;

/** Makes and changes items as their schema allows. */
export interface Items {
  /** The items under these parents; a collection that is looked at for the first time begins with two made-up ones. */
  all(resource: Resource, parents: Item["parents"]): Item[];
  /** An item by its key. Where a client can't know keys beforehand, an item is made up for any. */
  find(resource: Resource, key: string, parents: Item["parents"]): Item | undefined;
  /** A new item of what a client gave. @param known fields that a client could give */
  create(resource: Resource, given: Json, known: ReadonlySet<string>, parents: Item["parents"]): Item;
  /** Takes over what a client gave. @param gone fields that the client left out and that are not kept */
  change(item: Item, given: Json, gone: readonly string[]): void;
}

export function createItems(state: State, making: Making, isSeeded: boolean): Items {
  const seed = (resource: Resource, parents: Item["parents"]) => {
    if (!isSeeded || resource.single || !state.begins(resource, parents)) return;
    // What was created before the first look comes after what was always there.
    for (let count = 0; count < SEEDS; count++) add(resource, madeUp(resource), parents);
  };
  const add = (resource: Resource, data: Json, parents: Item["parents"], key?: string): Item => {
    const own = resource.key === undefined ? undefined : data[resource.key];
    const named = key ?? (own === undefined ? String(state.next()) : String(own));
    return state.add({ resource, key: named, parents, created: making.now(), data });
  };
  const madeUp = (resource: Resource) => madeUpItem(resource, making, () => state.next());
  return {
    all: (resource, parents) => {
      seed(resource, parents);
      return state.all(resource, parents);
    },
    find(resource, key, parents) {
      seed(resource, parents);
      const found = state.find(resource, key, parents);
      if (found || resource.knowsItems || state.wasRemoved(resource, key, parents)) return found;
      const made = madeUp(resource);
      const field = resource.key;
      const schema = field === undefined ? undefined : fieldsOf(resource.entity, making.view)[field];
      const data = field === undefined ? made : { ...made, [field]: typed(schema, key, making.view) };
      return add(resource, data, parents, key);
    },
    create(resource, given, known, parents) {
      seed(resource, parents);
      const made = madeUp(resource);
      const required = making.view(resource.entity).required;
      // What a client could give and didn't is not made up, unless every item has it.
      const kept = Object.entries(made).filter(([name]) => !known.has(name) || required.includes(name));
      const data = absorbed(resource, Object.fromEntries(kept), given, making);
      const key = resource.key === undefined ? {} : { [resource.key]: made[resource.key] };
      return add(resource, { ...key, ...data }, parents);
    },
    change(item, given, gone) {
      const kept = Object.entries(item.data).filter(
        ([name]) => !gone.includes(name) || name === item.resource.key,
      );
      const data = absorbed(item.resource, Object.fromEntries(kept), given, making);
      item.data = { ...data, ...stamps(item.resource, making) };
    },
  };
}

/** Given fields in an item, in the shape that the item's schema has for them. What it has no shape for is kept as it is. */
function absorbed({ entity, name }: Resource, before: Json, given: Json, making: Making): Json {
  const fields = fieldsOf(entity, making.view);
  const fitting = fittingFor(making, `${name} ${JSON.stringify(before).length}`);
  const taken = Object.entries(given).flatMap(([field, value]) => {
    if (!Object.hasOwn(fields, field)) return [[field, value] as const];
    const joined = isRecord(value) && isRecord(before[field]) ? deepJoined(before[field], value) : value;
    const fitted = fit(fields[field], joined, fitting);
    return fitted === undefined ? [] : [[field, fitted] as const];
  });
  return { ...before, ...Object.fromEntries(taken) };
}

/** Fields that say when an item was changed. */
function stamps({ entity }: Resource, { view, now }: Making): Json {
  const fields = fieldsOf(entity, view);
  const isStamp = (name: string) =>
    /^(updated|modified|lastmodified|changed)(at|on|time|date)?$/.test(plainName(name));
  const stamped = Object.keys(fields).filter(
    (name) => isStamp(name) && view(fields[name]).keywords.format === "date-time",
  );
  return Object.fromEntries(stamped.map((name) => [name, now().toISOString()]));
}
