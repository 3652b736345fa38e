import { deepJoined, fittingFor, type Making } from "./answers.js";
import { isRecord, type Json } from "../values.js";
import { fit } from "./fit.js";
import { typed } from "./incoming.js";
import { madeUpItem } from "./made-up.js";
import { plainName } from "./naming.js";
import type { Resource } from "./resources.js";
import type { Item, State } from "./state.js";
import { fieldsOf } from "./view.js";

/** The number of items in a new collection. */
const SEEDS = 2;

/** Makes and changes items as their schema allows. */
export interface Items {
  /** The items under these parents. A new collection starts with two made-up items. */
  all(resource: Resource, parents: Item["parents"]): Item[];
  /** An item by its key. If clients can't know the keys, an item is made up for any key. */
  find(resource: Resource, key: string, parents: Item["parents"]): Item | undefined;
  /** A new item with the given fields. @param known names of all fields that could be given */
  create(resource: Resource, given: Json, known: ReadonlySet<string>, parents: Item["parents"]): Item;
  /** Changes an item. @param gone fields to remove */
  change(item: Item, given: Json, gone: readonly string[]): void;
}

export function createItems(state: State, making: Making, isSeeded: boolean): Items {
  const seed = (resource: Resource, parents: Item["parents"]) => {
    if (!isSeeded || resource.single || !state.begins(resource, parents)) return;
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
      // Fields that the client left out are not made up, except required ones.
      const kept = Object.entries(made).filter(([name]) => !known.has(name) || required.includes(name));
      const data = absorbed(resource, Object.fromEntries(kept), given, making);
      const key = resource.key === undefined ? {} : { [resource.key]: made[resource.key] };
      const item = add(resource, { ...key, ...data }, parents);
      state.touch(item, undefined);
      return item;
    },
    change(item, given, gone) {
      state.touch(item, item.data);
      const kept = Object.entries(item.data).filter(
        ([name]) => !gone.includes(name) || name === item.resource.key,
      );
      const data = absorbed(item.resource, Object.fromEntries(kept), given, making);
      item.data = { ...data, ...stamps(item.resource, making) };
    },
  };
}

/** An item with the given fields, shaped by the item's schema. Fields without a schema are kept unchanged. */
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

/** The fields with the time of the last change. */
function stamps({ entity }: Resource, { view, now }: Making): Json {
  const fields = fieldsOf(entity, view);
  const isStamp = (name: string) =>
    /^(updated|modified|lastmodified|changed)(at|on|time|date)?$/.test(plainName(name));
  const stamped = Object.keys(fields).filter(
    (name) => isStamp(name) && view(fields[name]).keywords.format === "date-time",
  );
  return Object.fromEntries(stamped.map((name) => [name, now().toISOString()]));
}
