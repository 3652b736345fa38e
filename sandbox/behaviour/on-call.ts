import { absorb, pointer } from "../store/absorb.js";
import { momentOf, namedBy, oneOf, type Call, type Handlers } from "../store/call.js";
import { contains } from "../store/filters.js";
import { paginate } from "../store/page.js";
import { Ref, type Fields, type Item } from "../store/store.js";
import type { ComputedFields, World } from "../world.js";
import { checkRotation } from "./rotation-checks.js";
import { createRotation, createSchedule, updateRotation, updateSchedule } from "./rotations.js";
import { overrideShift, planShifts, shiftsOf } from "./shifts.js";

const schedules = "teams/on_call_schedules";
const rotations = "teams/on_call_schedules/rotations";
const root = "/v1/teams/{team_id}/on_call_schedules";

export const onCallHandlers: Handlers = {
  [`POST ${root}`]: (call, world) => createSchedule(namedBy(call, "team_id"), call.body, world),
  [`POST ${root}/preview`]: (call, world) => ({
    name: call.body.name,
    rotations: ((call.body.rotations ?? []) as Fields[]).map((rotation) => preview(rotation, call, world)),
  }),
  [`POST ${root}/{schedule_id}/rotations`]: (call, world) =>
    createRotation(namedBy(call, "schedule_id"), call.body, world),
  [`POST ${root}/{schedule_id}/rotations/preview`]: (call, world) => preview(call.body, call, world),
  [`PATCH ${root}/{schedule_id}`]: (call, world) =>
    updateSchedule(namedBy(call, "schedule_id"), call.body, world),
  [`PATCH ${root}/{schedule_id}/rotations/{rotation_id}`]: (call, world) =>
    updateRotation(namedBy(call, "rotation_id"), call.body, world),
  [`POST ${root}/{schedule_id}/rotations/{rotation_id}/copy`]: (call, world) => {
    const { id: _, created_at: __, ...fields } = namedBy(call, "rotation_id").data;
    const schedule = world.resolve(pointer(schedules, String(call.body.target_schedule_id), world)) as Item;
    return createRotation(schedule, { ...fields, name: call.body.name ?? fields.name }, world);
  },
  [`POST ${root}/{schedule_id}/rotations/{rotation_id}/overrides`]: (call, world) =>
    overrideShift(namedBy(call, "rotation_id"), call.body, world),
  [`POST ${root}/{schedule_id}/shifts`]: (call, world) => {
    const { rotation_id } = call.body;
    const first = world.store.children(rotations, namedBy(call, "schedule_id").id)[0];
    const rotation = rotation_id ? world.resolve(pointer(rotations, String(rotation_id), world)) : first;
    return overrideShift(rotation as Item, call.body, world);
  },
  "GET /v1/signals_on_call": (call, world) => {
    const team = oneOf(call, "team_id");
    return paginate(
      call,
      world.store.all(schedules).filter(({ parents }) => !team || parents.team_id === team),
    );
  },
  [`GET ${root}`]: (call, world) => {
    const text = oneOf(call, "query");
    const all = world.store.children(schedules, namedBy(call, "team_id").id);
    return paginate(
      call,
      all.filter(({ data }) => !text || contains(data.name, text)).map((item) => inWindow(item, call, world)),
    );
  },
  [`GET ${root}/{schedule_id}`]: (call, world) => inWindow(namedBy(call, "schedule_id"), call, world),
};

export const onCallFields: ComputedFields = {
  [schedules]: {
    team: (item) => new Ref("teams", String(item.parents.team_id)),
    rotations: (item, world) => world.store.children(rotations, item.id),
    shifts: (item, world) => shiftsOf(item, world),
    members: (item, world) => membersOf(world.store.children(rotations, item.id)),
    current_shift: (item, world) => current(item, world),
    next_shift: (item, world) => next(item, world),
  },
  [rotations]: {
    team: (item) => new Ref("teams", String(item.parents.team_id)),
    shifts: (item, world) => shiftsOf(item, world),
    current_shift: (item, world) => current(item, world),
    next_shift: (item, world) => next(item, world),
  },
};

/** The people on call now, one for each rotation of a schedule. */
export function onCallNow(schedule: Item | undefined, world: World): (Item | undefined)[] {
  const all = schedule ? world.store.children(rotations, schedule.id) : [];
  return all.map((rotation) => {
    const user = current(rotation, world)?.data.user;
    return user instanceof Ref ? world.resolve(user) : undefined;
  });
}

/** A preview of a rotation's shifts: unchanged before the change, new after it. */
function preview(body: Fields, call: Call, world: World): Fields {
  checkRotation(body);
  const now = world.now().getTime();
  const from = Date.parse(String(call.body.from ?? "")) || now;
  const to = Date.parse(String(call.body.to ?? "")) || from + 14 * 86_400_000;
  const { rotation_id, ...given } = body;
  const changed = rotation_id ? world.resolve(pointer(rotations, String(rotation_id), world)) : undefined;
  const at = Math.max(from, Date.parse(String(body.effective_at ?? "")) || now);
  // Without a strategy the API shows weekly shifts.
  const draft: Fields = { ...changed?.data, strategy: undefined, ...absorb(given, world) };
  const kept = changed ? shiftsOf(changed, world).flatMap((shift) => partOf(shift, from, at, world)) : [];
  const laid = changed ? { ...draft, first_turn_at: world.stamp(at) } : draft;
  const shifts = planShifts(laid, { from: changed ? at : from, to }, world);
  return { name: body.name ?? changed?.data.name, color: body.color, shifts: [...kept, ...shifts] };
}

function partOf({ data }: Item, from: number, to: number, world: World): Fields[] {
  const [start, end] = [Date.parse(String(data.start_time)), Date.parse(String(data.end_time))];
  if (end <= from || start >= to) return [];
  return [{ start_time: data.start_time, end_time: world.stamp(Math.min(end, to)), user: data.user }];
}

/** A schedule with only the shifts of a time window, in the schedule and in its rotations. */
function inWindow(schedule: Item, call: Call, world: World): Item {
  const from = momentOf(call, "shift_time_window_start") ?? -Infinity;
  const to = momentOf(call, "shift_time_window_end") ?? Infinity;
  if (from === -Infinity && to === Infinity) return schedule;
  const isInside = ({ data }: Item): boolean =>
    Date.parse(String(data.end_time)) >= from && Date.parse(String(data.start_time)) <= to;
  const own = world.store.children(rotations, schedule.id);
  return shownWith(schedule, schedules, world, {
    shifts: shiftsOf(schedule, world).filter(isInside),
    rotations: own.map((rotation) =>
      shownWith(rotation, rotations, world, { shifts: shiftsOf(rotation, world).filter(isInside) }),
    ),
  });
}

/** A copy outside any collection, so that the given fields replace the computed ones. */
function shownWith(item: Item, collection: string, world: World, fields: Fields): Item {
  const computed: Fields = {};
  for (const [name, of] of Object.entries(onCallFields[collection] ?? {})) computed[name] = of(item, world);
  return { ...item, collection: "", data: { ...item.data, ...computed, ...fields } };
}

function current(item: Item, world: World): Item | undefined {
  const now = world.stamp();
  return shiftsOf(item, world).find(
    ({ data }) => String(data.start_time) <= now && String(data.end_time) > now,
  );
}

function next(item: Item, world: World): Item | undefined {
  const now = world.stamp();
  return shiftsOf(item, world).find(({ data }) => String(data.start_time) > now);
}

/** The members of a single rotation in turn order, with empty slots. Of several rotations, each person once. */
function membersOf(all: readonly Item[]): unknown[] {
  const [only, ...others] = all.map(({ data }) => (data.members ?? []) as unknown[]);
  if (others.length === 0) return only ?? [];
  const refs = [only ?? [], ...others].flat().filter((member) => member instanceof Ref);
  return [...new Map(refs.map((ref) => [ref.id, ref])).values()];
}
