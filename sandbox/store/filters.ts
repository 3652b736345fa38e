import { read } from "../contract/fit.js";
import type { World } from "../world.js";
import { isFields } from "./absorb.js";
import { listOf, oneOf, type Call } from "./call.js";
import { Ref, type Fields, type Item } from "./store.js";

/** Parameters that shape or page an answer and select no items. */
const notFilters = new Set([
  "page",
  "per_page",
  "lite",
  "include",
  "include_archived",
  "tag_match_strategy",
  "sort",
  "order_by",
  "order_direction",
  "cursor",
  "limit",
  "start_date",
  "end_date",
  "saved_search_id",
  "impacted",
  "scope",
  "shift_time_window_start",
  "shift_time_window_end",
  "before",
  "after",
  "all_versions",
  "omit_for",
  "flatten",
]);

const searched = ["name", "summary", "title", "description", "slug", "email", "display_name", "body"];

/** Applies the query's filters to a list. Each filter compares the field that it names. */
export function filterItems(call: Call, items: readonly Item[], world: World): Item[] {
  const names = Object.keys(call.query).filter((name) => !notFilters.has(name));
  return items.filter((item) => names.every((name) => passes(item, name, call, world)));
}

function passes(item: Item, name: string, call: Call, world: World): boolean {
  const wanted = oneOf(call, name) ?? "";
  if (wanted === "") return true;
  if (name === "query") return searched.some((field) => contains(item.data[field], wanted));
  if (name === "name") return contains(item.data.name, wanted) || contains(item.data.slug, wanted);
  if (name === "labels") return hasLabels(item.data.labels, listOf(call, name));
  if (name === "tiers") return listOf(call, name).includes(String(item.data.service_tier));
  if (name === "updated_since") return String(item.data.updated_at) >= new Date(wanted).toISOString();
  if (name === "tags") return hasTags(item.data.tags ?? item.data.tag_list, call);
  const field = fieldOf(item, name, world);
  return field === undefined ? true : listOf(call, name).some((value) => holds(field, value));
}

/** The field of a filter: the same name, its singular (statuses → status), or the pointer of its id. */
function fieldOf(item: Item, name: string, world: World): unknown {
  const candidates = [name, name.replace(/es$/, ""), name.replace(/s$/, ""), name.replace(/_ids?$/, "")];
  if (item.parents[name] !== undefined) return item.parents[name];
  const present = candidates.find((candidate) => read(item, candidate, world) !== undefined);
  return present === undefined ? undefined : read(item, present, world);
}

function holds(field: unknown, value: string): boolean {
  if (Array.isArray(field))
    return value === "is_empty" ? field.length === 0 : field.some((part) => holds(part, value));
  if (field instanceof Ref) return field.id === value;
  if (isFields(field)) return field.id === value || field.slug === value || field.name === value;
  return String(field).toLowerCase() === value.toLowerCase();
}

/** Case-insensitive search in a text field. */
export function contains(field: unknown, wanted: string): boolean {
  return typeof field === "string" && field.toLowerCase().includes(wanted.toLowerCase());
}

/** Tags match if any is present, all are (`match_all`), or none is (`exclude`), by `tag_match_strategy`. */
export function hasTags(field: unknown, call: Call): boolean {
  const tags = Array.isArray(field) ? field.map((tag) => String(tag).toLowerCase()) : [];
  const wanted = listOf(call, "tags").map((tag) => tag.toLowerCase());
  const strategy = oneOf(call, "tag_match_strategy");
  if (strategy === "match_all") return wanted.every((tag) => tags.includes(tag));
  const any = wanted.some((tag) => tags.includes(tag));
  return strategy === "exclude" ? !any : any;
}

function hasLabels(field: unknown, wanted: readonly string[]): boolean {
  const labels = (field ?? {}) as Fields;
  return wanted.every((pair) => {
    const [key = "", value] = pair.split("=");
    return value === undefined ? key in labels : labels[key] === value;
  });
}
