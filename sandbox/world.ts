import type { Contract } from "./contract/contract.js";
import { createRandom, type Random } from "./store/random.js";
import { Ref, Store, type Fields, type Item } from "./store/store.js";

/** Computes a field that is not stored, such as a team's owned services. */
type Computed = (item: Item, world: World) => unknown;

/** `collection → field → function`. A computed field replaces a stored one. */
export type ComputedFields = Readonly<Record<string, Readonly<Record<string, Computed>>>>;

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/** The state of one sandbox: store, clock, random numbers, and scheduled events. */
export class World {
  readonly store = new Store();
  random: Random;
  /** The number of the last incident. The next one is higher by one. */
  incidentNumber = 0;
  /** Called before an item changes, and after one is added. */
  onChange?: (item: Item, what: "added" | "changed") => void;
  #due: Due[] = [];
  #moment?: number;
  /** How often each collection changed. */
  readonly #versions = new Map<string, number>();
  readonly #cache = new Map<string, { readonly version: number; readonly value: unknown }>();

  constructor(
    readonly contract: Contract,
    readonly seed: string,
    readonly clock: () => Date,
    readonly computed: ComputedFields,
  ) {
    this.random = createRandom(seed);
  }

  now(): Date {
    return this.#moment === undefined ? this.clock() : new Date(this.#moment);
  }

  /** Runs something at another moment: a scheduled event, or a part of a seed's past. */
  at<T>(moment: number, run: () => T): T {
    const before = this.#moment;
    this.#moment = moment;
    try {
      return run();
    } finally {
      this.#moment = before;
    }
  }

  /** Computes something once until an item of these collections changes. */
  cached<T>(key: string, collections: readonly string[], compute: () => T): T {
    const version = collections.reduce((sum, name) => sum + (this.#versions.get(name) ?? 0), 0);
    const known = this.#cache.get(key);
    if (known?.version === version) return known.value as T;
    const value = compute();
    this.#cache.set(key, { version, value });
    return value;
  }

  /** A timestamp as FireHydrant writes it: 2021-02-17T20:02:10.679Z. */
  stamp(at: Date | number = this.now()): string {
    return new Date(at).toISOString();
  }

  /** Adds an item with a new id and current timestamps, unless `data` has its own. */
  add(collection: string, data: Fields, parents: Readonly<Record<string, string>> = {}): Item {
    const id = String(data.id ?? this.random.uuid());
    const stamp = this.stamp();
    const fields = { id, created_at: stamp, updated_at: stamp, ...data };
    const item = this.store.add(collection, id, fields, parents);
    this.#changed(collection);
    this.onChange?.(item, "added");
    return item;
  }

  /** The item, for a caller that is about to change it directly. */
  touch(item: Item): Item {
    this.onChange?.(item, "changed");
    this.#changed(item.collection);
    return item;
  }

  remove(item: Item): void {
    this.store.remove(this.touch(item));
  }

  /** Moves an item to another key, for resources with a slug that can change. */
  rename(item: Item, id: string): void {
    this.store.rename(this.touch(item), id);
  }

  /** Changes fields and updates `updated_at`. */
  change(item: Item, fields: Fields): Item {
    Object.assign(this.touch(item).data, fields, { updated_at: this.stamp() });
    return item;
  }

  /** The user who makes the requests: the owner of the API key. */
  actor(): Item | undefined {
    return this.store.all("users")[0];
  }

  /** The actor as an AuthorEntity, or the bot's if there is no user yet. */
  author(): Fields {
    const actor = this.actor();
    if (!actor)
      return { id: "00000000-0000-4000-8000-000000000000", name: "API key", source: "firehydrant_bot" };
    return authorOf(actor);
  }

  resolve(ref: Ref): Item | undefined {
    return this.store.peek(ref.collection, ref.id);
  }

  /** Schedules something. Time only passes when a request arrives: nothing runs between requests. */
  later(seconds: number, run: () => void): void {
    this.#due.push({ at: this.now().getTime() + seconds * 1000, run });
  }

  /** Runs all due events in order, including those that they schedule. */
  tick(): void {
    const now = this.now().getTime();
    for (let next = this.#takeDue(now); next; next = this.#takeDue(now)) {
      this.at(next.at, next.run);
    }
  }

  reset(): void {
    this.store.clear();
    this.#due = [];
    this.incidentNumber = 0;
    this.random = createRandom(this.seed);
    this.#cache.clear();
  }

  /**
   * Saves the state. The result restores it as often as you like, and can read it.
   * @throws if an event is scheduled, because it would act on items that no longer exist
   */
  save(): () => Store {
    if (this.#due.length > 0) throw new Error("The state cannot be saved while an event is scheduled.");
    const kept = { store: new Store(), random: this.random.state(), number: this.incidentNumber };
    kept.store.become(this.store);
    this.store.become(kept.store.copy());
    return () => {
      this.store.become(kept.store.copy());
      this.#due = [];
      this.random = createRandom(kept.random);
      this.incidentNumber = kept.number;
      this.#cache.clear();
      return kept.store;
    };
  }

  #changed(collection: string): void {
    this.#versions.set(collection, (this.#versions.get(collection) ?? 0) + 1);
  }

  #takeDue(now: number): Due | undefined {
    const first = this.#due.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)[0];
    if (first) this.#due = this.#due.filter((due) => due !== first);
    return first;
  }
}

/** A user as an AuthorEntity. */
export function authorOf(user: Item): Fields {
  const { name, email } = user.data;
  return { id: user.id, name, email, source: "firehydrant_user" };
}

/** A pointer to the item, to store in another item. */
export function refTo(item: Item): Ref {
  return new Ref(item.collection, item.id);
}
