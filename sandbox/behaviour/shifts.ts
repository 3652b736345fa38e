import { unprocessable } from "../api-error.js";
import { pointer } from "../store/absorb.js";
import { createRandom } from "../store/random.js";
import { Ref, type Fields, type Item } from "../store/store.js";
import { refTo, type World } from "../world.js";
import { turnAt, turnsBetween } from "./hand-offs.js";

const collection = "teams/on_call_schedules/shifts";
const day = 86_400_000;

/** A planned shift with timestamps; no member if the slot is empty. */
export interface PlannedShift {
  readonly start_time: string;
  readonly end_time: string;
  readonly user: Ref | null;
}

/** Creates the first shifts of a rotation: from its start time, or from two weeks ago, to six weeks ahead. */
export function makeShifts(rotation: Item, world: World): void {
  const now = world.now().getTime();
  for (const shift of world.store.children(collection, rotation.id)) world.remove(shift);
  for (const shift of planShifts(rotation.data, { from: now - 14 * day, to: now + 42 * day }, world))
    addShift(rotation, shift, world);
}

/**
 * Recreates the shifts from a moment on. Past shifts stay. A running shift ends at that moment, and the first member
 * begins. Overrides stay.
 */
export function layAnew(rotation: Item, from: number, world: World): void {
  const at = world.stamp(from);
  const all = world.store.children(collection, rotation.id);
  const overrides = all.filter(({ data }) => data.override === true && String(data.end_time) > at);
  for (const shift of all) {
    const { start_time, end_time, user } = shift.data as unknown as PlannedShift;
    if (end_time <= at || overrides.includes(shift)) continue;
    world.remove(shift);
    if (start_time < at) addShift(rotation, { start_time, end_time: at, user }, world);
  }
  const to = world.now().getTime() + 42 * day;
  for (const shift of planShifts({ ...rotation.data, first_turn_at: at }, { from, to }, world))
    addShift(rotation, shift, world);
  for (const { data } of overrides) coverWith(rotation, data, world);
  world.touch(rotation).data.first_turn_at = at;
}

/**
 * The shifts of a rotation between two moments, without storing them. The first member's turn is at its start time or
 * at the last change of the rotation.
 */
export function planShifts(
  rotation: Fields,
  span: { from: number; to: number },
  world: World,
): PlannedShift[] {
  const people = (rotation.members ?? []) as unknown[];
  if (people.length === 0) return [];
  const first = Date.parse(String(rotation.first_turn_at ?? rotation.start_time ?? ""));
  const begins = Number.isNaN(first) ? -Infinity : first;
  const base = Number.isNaN(first) ? 0 : turnAt(rotation, first).number;
  return turnsBetween(rotation, Math.max(span.from, begins), span.to).map(({ start, end, number }) => {
    const place = (((number - base) % people.length) + people.length) % people.length;
    const person = people[place];
    return {
      start_time: world.stamp(Math.max(start, begins)),
      end_time: world.stamp(end),
      user: person instanceof Ref ? person : null,
    };
  });
}

/** The shifts of a schedule or a rotation, sorted by start. */
export function shiftsOf(item: Item, world: World): Item[] {
  const byStart = (a: Item, b: Item): number =>
    String(a.data.start_time).localeCompare(String(b.data.start_time));
  return world.store.children(collection, item.id).sort(byStart);
}

/** Puts someone on call for a time. Covered shifts are cut. */
export function overrideShift(rotation: Item, body: Fields, world: World): Item {
  const start_time = world.stamp(new Date(String(body.start_time)));
  const end_time = world.stamp(new Date(String(body.end_time)));
  if (start_time >= end_time) throw unprocessable("A shift must end after it starts");
  const user = body.user_id ? pointer("users", String(body.user_id), world) : null;
  return coverWith(rotation, { start_time, end_time, user, override: true }, world);
}

function coverWith(rotation: Item, override: Fields, world: World): Item {
  const { start_time, end_time, user } = override as unknown as PlannedShift;
  for (const shift of world.store.children(collection, rotation.id))
    giveWay(rotation, shift, { start_time, end_time }, world);
  return addShift(rotation, { start_time, end_time, user, override: true }, world);
}

/** Cuts the part of a shift that an override covers. */
function giveWay(
  rotation: Item,
  shift: Item,
  { start_time: start, end_time: end }: { start_time: string; end_time: string },
  world: World,
): void {
  const { start_time, end_time, user } = shift.data as unknown as PlannedShift;
  if (end_time <= start || start_time >= end) return;
  world.remove(shift);
  if (start_time < start) addShift(rotation, { start_time, end_time: start, user }, world);
  if (end_time > end) addShift(rotation, { start_time: end, end_time, user }, world);
}

function addShift(rotation: Item, fields: PlannedShift & { override?: boolean }, world: World): Item {
  const { team_id = "", schedule_id = "" } = rotation.parents;
  const shown = {
    ...fields,
    color: rotation.data.color,
    time_zone: rotation.data.time_zone,
    team: new Ref("teams", team_id),
    on_call_schedule: new Ref("teams/on_call_schedules", schedule_id),
    on_call_rotation: refTo(rotation),
  };
  // The number of shifts depends on the day. Their ids must not change all other ids of a seed.
  const id = createRandom(`${rotation.id} ${fields.start_time}`).uuid();
  return world.add(collection, { ...shown, id }, { team_id, schedule_id, rotation_id: rotation.id });
}
