import { Ref, type Item } from "../../sandbox/store/store.js";
import type { World } from "../../sandbox/world.js";
import { itemOf } from "./find.js";

/** The full name of the person on call for a team at a moment in milliseconds, by default now. */
export function onCall(team: string, world: World, at = world.now().getTime()): string {
  const shift = shiftsOf(team, world).find(({ from, to }) => from <= at && at < to);
  if (!shift) throw new Error(`Nobody is on call for ${team}.`);
  return shift.name;
}

/** The full name of the person with the next shift. */
export function nextOnCall(team: string, world: World): string {
  const now = world.now().getTime();
  const next = shiftsOf(team, world).find(({ from }) => from > now);
  if (!next) throw new Error(`Nobody has a later shift for ${team}.`);
  return next.name;
}

/** The full name of the holder of an incident's role; undefined if there is none. */
export function holderOf(incident: Item, role: string, world: World): string | undefined {
  const held = world.store
    .children("incidents/role_assignments", incident.id)
    .find(({ data }) => data.status === "active" && nameOf(data.incident_role, world) === role);
  return held && nameOf(held.data.user, world);
}

interface Shift {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

function shiftsOf(team: string, world: World): Shift[] {
  const { id } = itemOf(world.store, "teams", team);
  return world.store
    .children("teams/on_call_schedules/shifts", id)
    .map(({ data }) => ({
      from: Date.parse(String(data.start_time)),
      to: Date.parse(String(data.end_time)),
      name: nameOf(data.user, world),
    }))
    .sort((one, other) => one.from - other.from);
}

function nameOf(ref: unknown, world: World): string {
  return String(ref instanceof Ref && world.resolve(ref)?.data.name);
}
