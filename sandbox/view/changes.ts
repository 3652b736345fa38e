import type { Fields, Item } from "../store/store.js";
import type { World } from "../world.js";

/** What differs in one item. */
interface ItemChange {
  readonly collection: string;
  readonly id: string;
  readonly name: string;
  readonly what: "added" | "changed" | "removed";
  /** Fields that differ, as JSON. Both ends are shortened. */
  readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

/** What the last run of calls changed. */
interface Changes {
  /** When the run began. */
  readonly since: string;
  readonly items: readonly ItemChange[];
  /** How many more items differ. */
  readonly more: number;
}

export interface ChangeWatch {
  /** Called before each request of the API. A call after a long pause begins a run. */
  before(): void;
  /** Begins a run now. */
  mark(): void;
  changes(): Changes;
}

/** Calls with longer pauses between them are of two runs. */
const PAUSE_MS = 5 * 60_000;
const MOST_ITEMS = 100;
const LONGEST_VALUE = 200;
/** Fields that change with every write, or say nothing to a person. */
const quiet = new Set(["created_at", "updated_at", "id", "parents", "archived"]);

/** Keeps what items were before the last run of calls, such as those of one agent. */
export function createChangeWatch(world: World): ChangeWatch {
  let since = world.stamp();
  let lastCall = -Infinity;
  /** Items that were touched, as they were before; undefined for new ones. */
  const before = new Map<Item, Fields | undefined>();

  world.onChange = (item, what) => {
    if (!before.has(item)) before.set(item, what === "added" ? undefined : copied(item));
  };

  function mark(): void {
    since = world.stamp();
    before.clear();
  }

  return {
    mark,
    before() {
      const now = world.now().getTime();
      if (now - lastCall > PAUSE_MS) mark();
      lastCall = now;
    },
    changes() {
      const items = [...before].flatMap(([item, was]) => changeOf(item, was, world) ?? []);
      return { since, items: items.slice(0, MOST_ITEMS), more: Math.max(0, items.length - MOST_ITEMS) };
    },
  };
}

function copied({ data, archived }: Item): Fields {
  return { ...(JSON.parse(JSON.stringify(data)) as Fields), archived };
}

/** Undefined for an item that is as it was, or came and went. */
function changeOf(item: Item, was: Fields | undefined, { store }: World): ItemChange | undefined {
  const { collection, id } = item;
  const isThere = store.peek(collection, id) === item && !item.archived;
  const wasThere = was !== undefined && was["archived"] !== true;
  if (!isThere && !wasThere) return undefined;
  const now = copied(item);
  const what = !wasThere ? "added" : isThere ? "changed" : "removed";
  const fields = what === "removed" ? [] : fieldsOf(wasThere ? was : {}, now);
  if (what === "changed" && fields.length === 0) return undefined;
  return { collection, id, name: nameOf(now) ?? id, what, fields };
}

function fieldsOf(before: Fields, after: Fields): ItemChange["fields"] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !quiet.has(name))
    .map((field) => ({ field, before: shown(before[field]), after: shown(after[field]) }))
    .filter((one) => one.before !== one.after);
}

function nameOf({ name, summary, title, body, type }: Fields): string | undefined {
  const found = [name, summary, title, body, type].find((one) => typeof one === "string" && one !== "");
  return found === undefined ? undefined : shortened(found as string);
}

/** A value as text; empty for what an item does not have. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return shortened(value.map(shown).join(", "));
  if (typeof value !== "object") return shortened(String(value));
  const parts = Object.entries(value).map(([name, part]) => `${name}: ${shown(part)}`);
  return nameOf(value as Fields) ?? shortened(parts.join(", "));
}

function shortened(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
