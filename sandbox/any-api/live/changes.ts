import { isRecord, type Json } from "../../values.js";
import type { Item, State } from "../state.js";

/** What differs in one item, as the view shows it. */
interface ItemChange {
  readonly collection: string;
  readonly id: string;
  readonly name: string;
  readonly what: "added" | "changed" | "removed";
  /** Fields that differ, as short texts. */
  readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

export interface ChangeWatch {
  /** Called before each request of the API. A call after a long pause begins a run. */
  before(): void;
  /** Begins a run now. */
  mark(): void;
  /** What the last run of calls changed. */
  changes(): { readonly since: string; readonly items: readonly ItemChange[]; readonly more: number };
}

/** Calls with longer pauses between them are of two runs. */
const PAUSE_MS = 5 * 60_000;
const MOST_ITEMS = 100;
const LONGEST_VALUE = 200;

/** Keeps what items were before the last run of calls, such as those of one agent. */
export function createChangeWatch(state: State, now: () => Date): ChangeWatch {
  let since = now();
  let lastCall = -Infinity;
  const mark = () => {
    since = now();
    state.touched.clear();
  };
  return {
    mark,
    before() {
      const time = now().getTime();
      if (time - lastCall > PAUSE_MS) mark();
      lastCall = time;
    },
    changes() {
      const items = [...state.touched].flatMap(([item, was]) => changeOf(item, was, state) ?? []);
      const more = Math.max(0, items.length - MOST_ITEMS);
      return { since: since.toISOString(), items: items.slice(0, MOST_ITEMS), more };
    },
  };
}

/** Undefined for an item that is as it was, or came and went. */
function changeOf(item: Item, was: Json | undefined, state: State): ItemChange | undefined {
  const isThere = state.has(item);
  if (!isThere && was === undefined) return undefined;
  const what = was === undefined ? "added" : isThere ? "changed" : "removed";
  const fields = what === "removed" ? [] : fieldsOf(was ?? {}, item.data);
  if (what === "changed" && fields.length === 0) return undefined;
  return { collection: item.resource.name, id: item.key, name: nameOf(item), what, fields };
}

function fieldsOf(before: Json, after: Json): ItemChange["fields"] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, before: shown(before[field]), after: shown(after[field]) }))
    .filter((one) => one.before !== one.after);
}

/** The text that people know an item by, or its key. */
export function nameOf({ data, key }: Item): string {
  const found = [data["name"], data["title"], data["summary"], data["description"]].find(
    (one) => typeof one === "string" && one !== "",
  );
  return found === undefined ? key : shown(found);
}

/** A value as a short text; empty for what an item does not have. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return "";
  const text = isRecord(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
