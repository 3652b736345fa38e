import type { Fields, Item } from "../../sandbox/store/store.js";
import type { World } from "../../sandbox/world.js";
import type { Change } from "./changes.js";

/** Describes a change that an agent made besides its scenario. */
export function describe({ kind, item, fields }: Change, world: World): string {
  if (kind === "added") return `${added(item)}${place(item, world)}`;
  if (kind === "removed") return `removed ${label(item)}${place(item, world)}`;
  if (fields.includes("archived"))
    return `${item.archived ? "archived" : "brought back"} ${label(item)}${place(item, world)}`;
  return `changed ${label(item)}${place(item, world)}: ${fields.join(", ")}`;
}

function added(item: Item): string {
  const { data } = item;
  if (item.collection === "pages") return `woke ${String(data.user_name)}`;
  if (item.collection === "alerts" && data.signal_target)
    return `paged ${String((data.signal_target as Fields).name)}`;
  if (isPublic(item)) return "told the public with a note";
  return `added ${label(item)}`;
}

/** A note that is visible outside the company. */
export function isPublic({ collection, data }: Item): boolean {
  return collection === "incidents/notes" && data.visibility === "open_to_public";
}

/** Such as `incident #303` or `service “payments-api”`. */
export function label({ collection, data, id }: Item): string {
  const kind = singular(collection.split("/").at(-1)!).replaceAll("_", " ");
  if (collection === "incidents") return `incident #${String(data.number)}`;
  const name = data.name ?? data.title ?? data.summary ?? data.slug ?? data.label ?? data.url ?? data.body;
  return `${kind} “${String(name ?? id).slice(0, 60)}”`;
}

function singular(name: string): string {
  return name
    .replace(/ies$/, "y")
    .replace(/(ss|x)es$/, "$1")
    .replace(/s$/, "");
}

function place({ collection, parents }: Item, world: World): string {
  const incident =
    collection !== "incidents" && parents.incident_id
      ? world.store.peek("incidents", parents.incident_id)
      : undefined;
  return incident ? ` on #${String(incident.data.number)}` : "";
}
