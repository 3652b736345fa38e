import { unprocessable } from "../api-error.js";
import { pointer } from "../store/absorb.js";
import { createRandom } from "../store/random.js";
import { Ref, type Fields, type Item } from "../store/store.js";
import { refTo, type World } from "../world.js";
import { secondsOf } from "./duration.js";

const collection = "teams/on_call_schedules/shifts";
const day = 86_400_000;

interface Window {
  readonly from: number;
  readonly to: number;
  /** False for a preview, which leaves nothing behind. */
  readonly keep: boolean;
}

/** Lays out a rotation's shifts from two weeks ago to six weeks ahead, replacing what was laid out before. */
export function makeShifts(rotation: Item, world: World, window?: Window): Fields[] {
  const now = world.now().getTime();
  const { from, to, keep } = window ?? { from: now - 14 * day, to: now + 42 * day, keep: true };
  if (keep) for (const shift of world.store.children(collection, rotation.id)) world.store.remove(shift);
  const people = (rotation.data.members ?? []) as Ref[];
  if (people.length === 0) return [];
  const length = shiftLength(rotation.data.strategy as Fields | undefined);
  const first = Math.floor((from - anchor(rotation)) / length);
  const last = Math.ceil((to - anchor(rotation)) / length);
  const shifts = Array.from({ length: last - first }, (_, index) => {
    const start = anchor(rotation) + (first + index) * length;
    const turn = (((first + index) % people.length) + people.length) % people.length;
    return {
      start_time: world.stamp(start),
      end_time: world.stamp(start + length),
      user: people[turn] as Ref,
    };
  });
  if (keep) for (const shift of shifts) addShift(rotation, shift, world);
  return shifts;
}

/** The shifts of a schedule or a rotation, by their start. */
export function shiftsOf(item: Item, world: World): Item[] {
  const byStart = (a: Item, b: Item): number =>
    String(a.data.start_time).localeCompare(String(b.data.start_time));
  return world.store.children(collection, item.id).sort(byStart);
}

/** Puts someone on call for a time; the shifts it covers give way. */
export function overrideShift(rotation: Item, body: Fields, world: World): Item {
  const start_time = world.stamp(new Date(String(body.start_time)));
  const end_time = world.stamp(new Date(String(body.end_time)));
  if (start_time >= end_time) throw unprocessable("A shift must end after it starts");
  const user = body.user_id ? pointer("users", String(body.user_id), world) : null;
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
  const { start_time, end_time, user } = shift.data as { start_time: string; end_time: string; user: Ref };
  if (end_time <= start || start_time >= end) return;
  world.store.remove(shift);
  if (start_time < start) addShift(rotation, { start_time, end_time: start, user }, world);
  if (end_time > end) addShift(rotation, { start_time: end, end_time, user }, world);
}

function addShift(rotation: Item, fields: Fields, world: World): Item {
  const { team_id = "", schedule_id = "" } = rotation.parents;
  const shown = {
    ...fields,
    color: rotation.data.color,
    time_zone: rotation.data.time_zone,
    team: new Ref("teams", team_id),
    on_call_schedule: new Ref("teams/on_call_schedules", schedule_id),
    on_call_rotation: refTo(rotation),
  };
  // How many shifts there are depends on the day; their ids must not shift all the others of a seed.
  const id = createRandom(`${rotation.id} ${String(fields.start_time)}`).uuid();
  return world.add(collection, { ...shown, id }, { team_id, schedule_id, rotation_id: rotation.id });
}

function shiftLength(strategy: Fields | undefined): number {
  if (strategy?.type === "daily") return day;
  if (strategy?.type === "custom") return Math.max(3600, secondsOf(strategy.shift_duration)) * 1000;
  return 7 * day;
}

/** Where the count of shifts begins: a Monday at the hand-off time, or the rotation's own start. */
function anchor(rotation: Item): number {
  const own = Date.parse(String(rotation.data.start_time ?? rotation.data.effective_at ?? ""));
  if (!Number.isNaN(own)) return own;
  const strategy = (rotation.data.strategy ?? {}) as { handoff_time?: string; handoff_day?: string };
  const weekday = Math.max(0, days.indexOf(strategy.handoff_day ?? "monday"));
  const [hours = 9, minutes = 0] = (strategy.handoff_time ?? "09:00:00").split(":").map(Number);
  return Date.UTC(2024, 0, 1 + weekday, hours, minutes);
}

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
