import { absorb, pointer } from "../store/absorb.js";
import { momentOf, namedBy, oneOf, type Call, type Handlers } from "../store/call.js";
import { contains } from "../store/filters.js";
import { paginate } from "../store/page.js";
import { Ref, type Fields, type Item } from "../store/store.js";
import type { ComputedFields, World } from "../world.js";
import { makeShifts, overrideShift, shiftsOf } from "./shifts.js";

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
  [`PATCH ${root}/{schedule_id}/rotations/{rotation_id}`]: (call, world) => {
    const rotation = namedBy(call, "rotation_id");
    world.change(rotation, absorb(call.body, world, rotation.data));
    makeShifts(rotation, world);
    return rotation;
  },
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
    members: (item, world) =>
      uniqueRefs(world.store.children(rotations, item.id).flatMap(({ data }) => data.members ?? [])),
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

/** Adds a schedule with its rotations; the old single-rotation body makes one rotation. */
export function createSchedule(team: Item, body: Fields, world: World): Item {
  const {
    rotations: given,
    member_ids,
    members,
    rotation_name,
    rotation_description,
    strategy,
    ...rest
  } = body;
  const schedule = world.add(
    schedules,
    { ...absorb(rest, world), created_by: world.author() },
    { team_id: team.id },
  );
  const single = { ...rest, name: rotation_name ?? body.name, description: rotation_description, strategy };
  const people = members ?? ((member_ids ?? []) as string[]).map((user_id) => ({ user_id }));
  const list =
    Array.isArray(given) && given.length > 0 ? (given as Fields[]) : [{ ...single, members: people }];
  for (const rotation of list) createRotation(schedule, rotation, world);
  const first = world.store.children(rotations, schedule.id)[0]?.data;
  Object.assign(schedule.data, {
    strategy: first?.strategy,
    time_zone: rest.time_zone ?? first?.time_zone,
    restrictions: first?.restrictions ?? [],
  });
  return schedule;
}

function createRotation(schedule: Item, body: Fields, world: World): Item {
  const fields = {
    time_zone: "UTC",
    color: "blue",
    restrictions: [],
    ...absorb(body, world),
    created_by: world.author(),
  };
  const parents = { team_id: String(schedule.parents.team_id), schedule_id: schedule.id };
  const rotation = world.add(rotations, { ...fields, id: world.random.uuid() }, parents);
  makeShifts(rotation, world);
  return rotation;
}

function preview(body: Fields, call: Call, world: World): Fields {
  const fields = absorb(body, world);
  const draft: Item = {
    collection: "",
    id: "",
    parents: {},
    archived: false,
    data: { members: [], ...fields },
  };
  const from = Date.parse(String(call.body.from ?? "")) || world.now().getTime();
  const to = Date.parse(String(call.body.to ?? "")) || from + 28 * 86_400_000;
  return { name: body.name, color: body.color, shifts: makeShifts(draft, world, { from, to, keep: false }) };
}

function inWindow(schedule: Item, call: Call, world: World): Item {
  const from = momentOf(call, "shift_time_window_start");
  const to = momentOf(call, "shift_time_window_end");
  if (from === undefined && to === undefined) return schedule;
  const shifts = shiftsOf(schedule, world).filter(
    ({ data }) =>
      Date.parse(String(data.end_time)) > (from ?? -Infinity) &&
      Date.parse(String(data.start_time)) < (to ?? Infinity),
  );
  // A copy under another name, so that the window wins over the computed shifts.
  const data = {
    ...schedule.data,
    shifts,
    rotations: world.store.children(rotations, schedule.id),
    team: new Ref("teams", String(schedule.parents.team_id)),
  };
  return {
    ...schedule,
    collection: "",
    data: { ...data, members: onCallFields[schedules]?.members?.(schedule, world) },
  };
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

function uniqueRefs(refs: readonly unknown[]): Ref[] {
  const byId = new Map(refs.filter((ref) => ref instanceof Ref).map((ref) => [ref.id, ref]));
  return [...byId.values()];
}
