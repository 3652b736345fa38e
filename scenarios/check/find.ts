import type { Item, Store } from "../../sandbox/store/store.js";

/**
 * The item of a collection with a name, slug or number. Throws if there is none, because then the scenario makes no sense.
 */
export function itemOf(store: Store, collection: string, name: string | number): Item {
  const found = store
    .everything(collection)
    .find(({ data }) =>
      [data.name, data.slug, data.number, data.title, data.summary, data.url].includes(name),
    );
  if (!found) throw new Error(`Nothing in ${collection} is called ${name}.`);
  return found;
}
