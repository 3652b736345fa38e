import { parse } from "yaml";
import { isFields } from "../store/absorb.js";
import type { Fields, Item } from "../store/store.js";
import type { World } from "../world.js";
import { slugOf } from "../store/crud.js";

/** Seconds between the states of an import. */
const secondsForAState = 2;

/** Starts an import. The answer has its first state; the others follow later. Unreadable data ends as `failed`. */
export function importCatalog(catalog: Item, body: Fields, world: World): Fields {
  const entries = readEntries(String(body.encoding), String(body.data));
  nextImport(catalog, entries, world);
  return { state: "preprocessing", updated_at: world.stamp() };
}

/** Goes through ready_for_import and importing to completed or failed. `undefined` marks unreadable entries. */
export function nextImport(catalog: Item, entries: readonly Fields[] | undefined, world: World): void {
  // An import into a catalogue marked as stuck never leaves its first state. Agents can practise with that.
  world.change(catalog, { state: "preprocessing" });
  if (catalog.data.stuck === true) return;
  const states = entries ? ["ready_for_import", "importing", "completed"] : ["failed"];
  states.forEach((state, index) =>
    world.later(secondsForAState * (index + 1), () => {
      world.change(catalog, { state });
      if (state === "completed") for (const entry of entries ?? []) importEntry(entry, world);
    }),
  );
}

function importEntry(entry: Fields, world: World): void {
  const name = String(entry.name ?? "");
  const imported_at = world.stamp();
  const remote_id = String(entry.remote_id ?? entry.id ?? slugOf(name));
  const known = world.store
    .all("services")
    .find(({ data }) => data.name === name || data.slug === slugOf(name));
  const last_import = { state: name ? "imported" : "errored", imported_at, remote_id, import_errors: [] };
  const { description, labels, service_tier } = entry;
  const fields = {
    description: description ?? null,
    labels: labels ?? {},
    service_tier: service_tier ?? 5,
    last_import,
  };
  if (known)
    world.change(known, {
      ...fields,
      labels: { ...(known.data.labels as Fields), ...(fields.labels as Fields) },
    });
  else if (name) world.add("services", { name, slug: slugOf(name), managed_by: "catalog", ...fields });
}

function readEntries(encoding: string, data: string): Fields[] | undefined {
  try {
    const value: unknown = encoding.includes("json") ? JSON.parse(data) : parse(data);
    const list = Array.isArray(value)
      ? value
      : isFields(value)
        ? (value.services ?? value.entries ?? [value])
        : undefined;
    return Array.isArray(list) ? list.filter(isFields) : undefined;
  } catch {
    return undefined;
  }
}
