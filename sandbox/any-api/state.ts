import type { Json } from "../values.js";
import type { Resource } from "./resources.js";

/** One item that the sandbox keeps. */
export interface Item {
  readonly resource: Resource;
  /** The key in its path. Empty for a single item. */
  readonly key: string;
  /** The values of the parameters in its collection's path. */
  readonly parents: Readonly<Record<string, string>>;
  readonly created: Date;
  data: Json;
}

/** All items, in the order of creation. */
export class State {
  #items = new Map<string, Item[]>();
  #removed = new Set<string>();
  #begun = new Set<string>();
  #count = 0;
  /** Items that calls created, changed or removed, as they were before; undefined for new ones. */
  readonly touched = new Map<Item, Json | undefined>();

  /** The items of a resource under the parents that a path names. */
  all(resource: Resource, parents: Item["parents"]): Item[] {
    return this.#of(resource).filter((item) => isUnder(item, parents));
  }

  find(resource: Resource, key: string, parents: Item["parents"]): Item | undefined {
    return this.#of(resource).find((item) => item.key === key && isUnder(item, parents));
  }

  add(item: Item): Item {
    this.#of(item.resource).push(item);
    this.#removed.delete(placeOf(item.resource, item.key, item.parents));
    return item;
  }

  /** Called before a call changes an item, and after it created one. */
  touch(item: Item, before: Json | undefined): void {
    if (!this.touched.has(item)) this.touched.set(item, before);
  }

  has(item: Item): boolean {
    return this.#of(item.resource).includes(item);
  }

  /** All items, those created last first. */
  newest(): Item[] {
    return [...this.#items.values()]
      .flat()
      .sort((one, other) => other.created.getTime() - one.created.getTime());
  }

  remove(item: Item): void {
    this.touch(item, item.data);
    this.#items.set(
      item.resource.name,
      this.#of(item.resource).filter((one) => one !== item),
    );
    this.#removed.add(placeOf(item.resource, item.key, item.parents));
  }

  wasRemoved(resource: Resource, key: string, parents: Item["parents"]): boolean {
    return this.#removed.has(placeOf(resource, key, parents));
  }

  /** Whether this is the first look at a resource under these parents. */
  begins(resource: Resource, parents: Item["parents"]): boolean {
    const place = placeOf(resource, "", parents);
    if (this.#begun.has(place)) return false;
    this.#begun.add(place);
    return true;
  }

  /** Counts up, so that no two items get the same key. */
  next(): number {
    return ++this.#count;
  }

  clear(): void {
    this.touched.clear();
    this.#items = new Map();
    this.#removed = new Set();
    this.#begun = new Set();
    this.#count = 0;
  }

  /** What is kept, by the collection's path. */
  dump(): Readonly<Record<string, readonly object[]>> {
    const entries = [...this.#items].map(
      ([name, items]) => [name, items.map(({ key, parents, data }) => ({ key, parents, data }))] as const,
    );
    return Object.fromEntries(entries.filter(([, items]) => items.length > 0));
  }

  #of({ name }: Resource): Item[] {
    const items = this.#items.get(name) ?? [];
    this.#items.set(name, items);
    return items;
  }
}

/** A path may name other parents than the item has. Then a field of the item with that name decides. */
function isUnder({ parents, data }: Item, wanted: Item["parents"]): boolean {
  return Object.entries(wanted).every(([name, value]) => {
    const own = parents[name] ?? data[name];
    return own === undefined || (typeof own === "object" && own !== null) || String(own) === value;
  });
}

function placeOf({ name }: Resource, key: string, parents: Item["parents"]): string {
  return JSON.stringify([name, key, parents]);
}
