/** A pointer from one stored item to another. Answers show the current state of the target. */
export class Ref {
  constructor(
    readonly collection: string,
    readonly id: string,
  ) {}
}

/** An item's data: JSON values and Refs. */
export type Fields = Record<string, unknown>;

export interface Item {
  readonly collection: string;
  /** The key in its URL: a UUID, or a slug if the API uses slugs. */
  id: string;
  /** Path parameters of its parent collections, such as `{ incident_id }`. */
  readonly parents: Readonly<Record<string, string>>;
  readonly data: Fields;
  archived: boolean;
}

/** All collections of the sandbox, in memory, in the order of creation. */
export class Store {
  #collections = new Map<string, Map<string, Item>>();
  #children = new Map<string, Set<Item>>();
  /** Collections of the original store that were not copied yet. */
  #source?: Store;

  add(collection: string, id: string, data: Fields, parents: Readonly<Record<string, string>> = {}): Item {
    const item: Item = { collection, id, parents, data, archived: false };
    this.#of(collection).set(id, item);
    for (const parent of Object.values(parents)) this.#childrenOf(collection, parent).add(item);
    return item;
  }

  /** The item, even if it is archived. */
  peek(collection: string, id: string): Item | undefined {
    return this.#of(collection).get(id);
  }

  /** The item, unless archived. */
  find(collection: string, id: string): Item | undefined {
    const item = this.peek(collection, id);
    return item?.archived ? undefined : item;
  }

  /** All items of a collection that are not archived. */
  all(collection: string): Item[] {
    return this.everything(collection).filter((item) => !item.archived);
  }

  /** All items of a collection, including archived ones. */
  everything(collection: string): Item[] {
    return [...this.#of(collection).values()];
  }

  /** The items of a parent, without scanning the collection. */
  children(collection: string, parentId: string): Item[] {
    return [...this.#childrenOf(collection, parentId)].filter((item) => !item.archived);
  }

  remove(item: Item): void {
    this.#of(item.collection).delete(item.id);
    for (const parent of Object.values(item.parents)) this.#childrenOf(item.collection, parent).delete(item);
  }

  /** Moves an item to another key, for resources with a slug that can change. */
  rename(item: Item, id: string): void {
    if (id === item.id) return;
    this.#of(item.collection).delete(item.id);
    item.id = id;
    this.#of(item.collection).set(id, item);
  }

  clear(): void {
    this.become(new Store());
  }

  /** A copy of the store. It copies each collection on first use, so this store must not change any more. */
  copy(): Store {
    const copy = new Store();
    copy.#source = this;
    return copy;
  }

  /** Takes over the contents of another store, which must not change any more. */
  become(other: Store): void {
    this.#collections = other.#collections;
    this.#children = other.#children;
    this.#source = other.#source;
  }

  /** Names of the collections that may differ from the original store's. */
  touched(): string[] {
    return [...this.#collections.keys()];
  }

  /** The whole state as JSON, for checkers: `{ collection: [{ id, archived, parents, …fields }] }`. */
  dump(): Record<string, Fields[]> {
    const names = this.#names().sort((a, b) => a.localeCompare(b));
    const entries = names.map((name) => [name, this.everything(name).map(dumpItem)] as const);
    return Object.fromEntries(entries.filter(([, items]) => items.length > 0));
  }

  #names(): string[] {
    const inherited = this.#source ? this.#source.#names() : [];
    return [...new Set([...inherited, ...this.#collections.keys()])];
  }

  #of(collection: string): Map<string, Item> {
    const found = this.#collections.get(collection);
    if (found) return found;
    const items = new Map<string, Item>();
    this.#collections.set(collection, items);
    for (const { id, data, parents, archived } of this.#source?.everything(collection) ?? [])
      this.add(collection, id, copyOf(data), parents).archived = archived;
    return items;
  }

  #childrenOf(collection: string, parent: string): Set<Item> {
    this.#of(collection);
    const key = childKey(collection, parent);
    const found = this.#children.get(key) ?? new Set<Item>();
    this.#children.set(key, found);
    return found;
  }
}

/** Pointers and dates never change, so they are shared. */
function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  const copy = { ...value };
  for (const name in copy) if (typeof copy[name] === "object") copy[name] = copyOf(copy[name]);
  return copy;
}

function dumpItem({ id, archived, parents, data }: Item): Fields {
  return { ...data, id: data.id ?? id, archived, parents };
}

function childKey(collection: string, parent: string): string {
  return `${collection}\n${parent}`;
}

export function isItem(value: unknown): value is Item {
  return (
    typeof value === "object" &&
    value !== null &&
    "collection" in value &&
    "data" in value &&
    "parents" in value
  );
}
