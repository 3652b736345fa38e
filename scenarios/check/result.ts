import type { Fields, Item, Store } from "../../sandbox/store/store.js";
import { kindOf } from "../../sandbox/store/absorb.js";
import type { World } from "../../sandbox/world.js";
import { changesBetween, type Change } from "./changes.js";
import { describe, isPublic, label } from "./describe.js";
import { itemOf } from "./find.js";
import { matches, shown, type WantedFields } from "./matches.js";

/** The state before the agent began. */
export interface State {
  readonly at: Date;
  readonly store: Store;
}

/**
 * What an agent changed in a sandbox. A checker claims the expected changes. Changes that it does not find are missing.
 * Changes that it does not claim are side effects.
 */
export class Result {
  readonly #missing: string[] = [];
  readonly #open: Set<Change>;

  constructor(
    readonly before: State,
    readonly world: World,
  ) {
    this.#open = new Set(changesBetween(before.store, world.store));
  }

  get missing(): readonly string[] {
    return this.#missing;
  }

  get sideEffects(): string[] {
    return [...this.#open].map((change) => describe(change, this.world));
  }

  /** The item at the start, by its name, slug or number. */
  find(collection: string, name: string | number): Item {
    return itemOf(this.before.store, collection, name);
  }

  /** Claims one new item. */
  added(collection: string, wanted: WantedFields): Item | undefined {
    const added = this.#of("added", collection);
    const change = added.find(({ item }) => this.#faultOf(item, wanted) === undefined);
    if (change) this.#open.delete(change);
    else this.miss(this.#closest(collection, added, wanted));
    return change?.item;
  }

  /** Claims new values of an existing item. Changes of its other fields stay unclaimed. */
  changed(before: Item, wanted: WantedFields): void {
    const now = this.world.store.peek(before.collection, before.id);
    const fault = now ? this.#faultOf(now, wanted) : "it is gone";
    if (fault !== undefined) this.miss(`${label(before)}: ${fault}`);
    const change = [...this.#open].find(({ kind, item }) => kind === "changed" && item === now);
    if (!change) return;
    this.#open.delete(change);
    const left = change.fields.filter((field) => !follows(field, wanted));
    if (left.length > 0) this.#open.add({ ...change, fields: left });
  }

  /** Claims that an item was deleted, or archived if the API archives. */
  removed(before: Item): void {
    const change = [...this.#open].find(
      ({ kind, item, fields }) =>
        item.collection === before.collection &&
        item.id === before.id &&
        (kind === "removed" || (fields.includes("archived") && item.archived)),
    );
    if (change) this.#open.delete(change);
    else this.miss(`${label(before)} is still there`);
  }

  /** Claims one page, by its target (`{ type, name, team_id }`), and all people that it notified. */
  paged(target: WantedFields): void {
    const pages = this.#of("added", "alerts").filter(({ item }) => item.data.signal_target);
    const page = pages.find(({ item }) => matches(item.data.signal_target, target, this.world));
    if (!page) return this.miss(pages.length > 0 ? "the page went elsewhere" : "nobody was paged");
    this.#open.delete(page);
    for (const change of this.#of("added", "pages"))
      if (change.item.data.alert_id === page.item.id) this.#open.delete(change);
  }

  /** Claims everything else on a new incident, except messages to the public and pages. */
  within(incident: Item | undefined): void {
    for (const change of [...this.#open]) {
      const { kind, item } = change;
      if (kind !== "added" || item.parents.incident_id !== incident?.id || isPublic(item)) continue;
      if (quiet.has(item.collection)) this.#open.delete(change);
    }
  }

  /** Claims all changes in a collection that pass a test, for values that the API chooses. */
  allow(collection: string, test: (item: Item) => boolean): void {
    for (const change of [...this.#open])
      if (change.item.collection === collection && test(change.item)) this.#open.delete(change);
  }

  /** Reports a fault. */
  miss(what: string): void {
    this.#missing.push(what);
  }

  #of(kind: Change["kind"], collection: string): Change[] {
    return [...this.#open].filter((change) => change.kind === kind && change.item.collection === collection);
  }

  #faultOf({ data, parents }: Item, wanted: WantedFields): string | undefined {
    const fields: Fields = { ...parents, ...data };
    const wrong = Object.entries(wanted).find(([name, part]) => !matches(fields[name], part, this.world));
    return wrong && `${wrong[0]} is ${shown(fields[wrong[0]], wrong[1], this.world)}`;
  }

  #closest(collection: string, added: readonly Change[], wanted: WantedFields): string {
    const faults = added.map(({ item }) => `new ${label(item)}: ${this.#faultOf(item, wanted)!}`);
    return faults.length === 0 ? `no new ${kindOf(collection)}` : faults.join("; ");
  }
}

/** Records on an incident that no one outside it sees. */
const quiet = new Set([
  "incidents/notes",
  "incidents/role_assignments",
  "incidents/team_assignments",
  "incidents/alerts",
  "incidents/links",
]);

/**
 * Fields that change together with a claimed one: `assignee_id` with `assignee`, the milestones with the current one.
 */
function follows(field: string, wanted: WantedFields): boolean {
  const root = field.replace(/_(id|type)$/, "");
  return [field, root, `${root}_id`].some((name) => name in wanted) || (followed[field] ?? "") in wanted;
}

const followed: Readonly<Record<string, string>> = {
  milestones: "current_milestone",
  started_at: "milestones",
  discarded_at: "archived",
};
