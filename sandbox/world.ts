import type { Contract } from "./contract/contract.js";
import { createRandom, type Random } from "./store/random.js";
import { Ref, Store, type Fields, type Item } from "./store/store.js";

/** Works out a field that is not stored, such as a team's owned services. */
type Computed = (item: Item, world: World) => unknown;

/** `collection → field → how it is worked out`. A computed field wins over a stored one. */
export type ComputedFields = Readonly<Record<string, Readonly<Record<string, Computed>>>>;

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/** The state of one sandbox: its store, its clock, its chance, and what is due to happen. */
export class World {
  readonly store = new Store();
  random: Random;
  /** Counts incidents; the next incident takes this number plus one. */
  incidentNumber = 0;
  /** Increases with each change, so a watcher knows when to look again. */
  version = 0;
  #due: Due[] = [];
  #moment?: number;
  #cache = { version: -1, values: new Map<string, unknown>() };

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

  /** Lets something happen at another moment: what is due later, or what a seed tells of the past. */
  at<T>(moment: number, run: () => T): T {
    const before = this.#moment;
    this.#moment = moment;
    try {
      return run();
    } finally {
      this.#moment = before;
    }
  }

  /** Works something out once for as long as nothing changes. */
  cached<T>(key: string, compute: () => T): T {
    if (this.#cache.version !== this.version) this.#cache = { version: this.version, values: new Map() };
    const { values } = this.#cache;
    if (!values.has(key)) values.set(key, compute());
    return values.get(key) as T;
  }

  /** A timestamp as FireHydrant writes it: 2021-02-17T20:02:10.679Z. */
  stamp(at: Date | number = this.now()): string {
    return new Date(at).toISOString();
  }

  /** Adds an item with an id and timestamps of now, unless `data` brings its own. */
  add(collection: string, data: Fields, parents: Readonly<Record<string, string>> = {}): Item {
    const id = String(data.id ?? this.random.uuid());
    const stamp = this.stamp();
    this.version += 1;
    return this.store.add(collection, id, { id, created_at: stamp, updated_at: stamp, ...data }, parents);
  }

  /** Changes fields and moves `updated_at`. */
  change(item: Item, fields: Fields): Item {
    Object.assign(item.data, fields, { updated_at: this.stamp() });
    this.version += 1;
    return item;
  }

  /** The person that requests are made as: the owner of the API key. */
  actor(): Item | undefined {
    return this.store.all("users")[0];
  }

  /** The actor as an AuthorEntity, or the bot's where nobody exists yet. */
  author(): Fields {
    const actor = this.actor();
    if (!actor)
      return { id: "00000000-0000-4000-8000-000000000000", name: "API key", source: "firehydrant_bot" };
    return authorOf(actor);
  }

  resolve(ref: Ref): Item | undefined {
    return this.store.peek(ref.collection, ref.id);
  }

  /** Lets something happen later. Time passes only when a request arrives: nothing runs between requests. */
  later(seconds: number, run: () => void): void {
    this.#due.push({ at: this.now().getTime() + seconds * 1000, run });
  }

  /** Runs what has become due, in order, including what that makes due in turn. */
  tick(): void {
    const now = this.now().getTime();
    for (let next = this.#takeDue(now); next; next = this.#takeDue(now)) {
      this.at(next.at, next.run);
      this.version += 1;
    }
  }

  reset(): void {
    this.store.clear();
    this.#due = [];
    this.incidentNumber = 0;
    this.random = createRandom(this.seed);
    this.version += 1;
  }

  /**
   * Keeps the state as it is; what it answers brings it back, as often as it is called, and gives what is kept to
   * compare with.
   * @throws where something is due, as that would act on what is gone
   */
  save(): () => Store {
    if (this.#due.length > 0) throw new Error("What is due later can't be kept.");
    const kept = { store: new Store(), random: this.random.state(), number: this.incidentNumber };
    kept.store.become(this.store);
    this.store.become(kept.store.copy());
    return () => {
      this.store.become(kept.store.copy());
      this.#due = [];
      this.random = createRandom(kept.random);
      this.incidentNumber = kept.number;
      this.version += 1;
      return kept.store;
    };
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

/** The item's own pointer, for keeping in another item. */
export function refTo(item: Item): Ref {
  return new Ref(item.collection, item.id);
}
