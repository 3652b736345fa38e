import { unprocessable } from "../api-error.js";
import { pointer } from "../store/absorb.js";
import { namedBy, type Handlers } from "../store/call.js";
import { slugOf } from "../store/crud.js";
import type { Fields, Item } from "../store/store.js";
import type { World } from "../world.js";

const milestones = "lifecycles/milestones";

/** Severities, priorities and milestones: short slugs, one default, and positions in an order. */
export const rankHandlers: Handlers = {
  "POST /v1/severities": ({ body }, world) => addRank("severities", { type: "standard", ...body }, world),
  "PATCH /v1/severities/{severity_slug}": (call, world) =>
    changeRank(namedBy(call, "severity_slug"), call.body, world),
  "POST /v1/priorities": ({ body }, world) => addRank("priorities", { default: false, ...body }, world),
  "PATCH /v1/priorities/{priority_slug}": (call, world) =>
    changeRank(namedBy(call, "priority_slug"), call.body, world),
  "POST /v1/lifecycles/milestones": ({ body }, world) => {
    pointer("lifecycles/phases", String(body.phase_id), world);
    const slug = body.slug ?? slugOf(String(body.name)).replaceAll("-", "_");
    const made = world.add(milestones, { ...body, slug, created_by: world.author() });
    return place(made, body.position, world);
  },
  "PATCH /v1/lifecycles/milestones/{milestone_id}": (call, world) => {
    const { position, ...rest } = call.body;
    const milestone = world.change(namedBy(call, "milestone_id"), { ...rest, updated_by: world.author() });
    return position === undefined ? milestone : place(milestone, position, world);
  },
};

function addRank(collection: string, body: Fields, world: World): Item {
  const slug = String(body.slug);
  checkSlug(slug);
  if (world.store.find(collection, slug)) throw unprocessable("Slug has already been taken");
  const position = body.position ?? world.store.all(collection).length;
  return onlyDefault(world.add(collection, { ...body, position, id: slug }), world);
}

function changeRank(item: Item, body: Fields, world: World): Item {
  const slug = body.slug === undefined ? item.id : String(body.slug);
  if (slug !== item.id) checkSlug(slug);
  if (slug !== item.id && world.store.find(item.collection, slug))
    throw unprocessable("Slug has already been taken");
  world.change(item, body);
  world.rename(item, slug);
  return onlyDefault(item, world);
}

function checkSlug(slug: string): void {
  if (!/^[A-Za-z0-9]{1,23}$/.test(slug))
    throw unprocessable("Slug must be of letters and digits, 23 at most");
}

/** A new default replaces the old one. */
function onlyDefault(item: Item, world: World): Item {
  if (item.data.default !== true) return item;
  for (const other of world.store.all(item.collection))
    if (other !== item && other.data.default === true) world.change(other, { default: false });
  return item;
}

/** Moves a milestone to a position of its phase, by default to the end. Later milestones move back. */
function place(milestone: Item, position: unknown, world: World): Item {
  const others = world.store
    .all(milestones)
    .filter((other) => other !== milestone && other.data.phase_id === milestone.data.phase_id)
    .sort((a, b) => Number(a.data.position) - Number(b.data.position));
  const at = Math.min(others.length, Math.max(0, Number(position ?? others.length)));
  others.splice(at, 0, milestone);
  others.forEach((one, index) => (world.touch(one).data.position = index));
  return milestone;
}
