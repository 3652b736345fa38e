import { unprocessable } from "../api-error.js";
import { absorb } from "../store/absorb.js";
import type { Fields, Item } from "../store/store.js";
import type { World } from "../world.js";
import { checkRotation } from "./rotation-checks.js";
import { layAnew, makeShifts } from "./shifts.js";

const schedules = "teams/on_call_schedules";
const rotations = "teams/on_call_schedules/rotations";

/** Fields of a schedule's body that belong to its single rotation, in the old form without rotations. */
const ofTheRotation = ["time_zone", "strategy", "restrictions", "color", "slack_user_group_id", "start_time"];

/** Adds a schedule with its rotations. The old form makes one rotation, which inherits name and description. */
export function createSchedule(team: Item, body: Fields, world: World): Item {
  const given = (body.rotations ?? []) as Fields[];
  const bodies = given.length > 0 ? given : [singleRotation(body)];
  bodies.forEach(checkRotation);
  if (given.length === 0 && !(body.strategy && body.time_zone))
    throw unprocessable("A schedule without rotations needs time_zone and strategy");
  const { name, description } = body;
  const fields = { name, description: description ?? null, created_by: world.author() };
  const schedule = world.add(schedules, fields, { team_id: team.id });
  for (const rotation of bodies) createRotation(schedule, rotation, world);
  showRotation(schedule, world);
  return schedule;
}

/** Adds a rotation to a schedule and creates its shifts. */
export function createRotation(schedule: Item, body: Fields, world: World): Item {
  checkRotation(body);
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

/**
 * Changes a schedule. If it has one rotation, changes that too: the members are replaced, and a body without members
 * clears them. With several rotations only name and description change.
 */
export function updateSchedule(schedule: Item, body: Fields, world: World): Item {
  checkRotation(body);
  const { name, description, rotation_name, rotation_description, members, member_ids, effective_at } = body;
  world.change(schedule, present({ name, description }));
  const [rotation, ...others] = world.store.children(rotations, schedule.id);
  if (!rotation || others.length > 0) return schedule;
  const people = members ?? ((member_ids ?? []) as string[]).map((user_id) => ({ user_id }));
  const own = Object.fromEntries(ofTheRotation.map((field) => [field, body[field]]));
  const changes = present({ ...own, name: rotation_name, description: rotation_description });
  changeRotation(rotation, { ...changes, members: people }, effective_at, world);
  showRotation(schedule, world);
  return schedule;
}

/** Changes a rotation. Shifts are recreated from `effective_at`, which is required if members change. */
export function updateRotation(rotation: Item, body: Fields, world: World): Item {
  checkRotation(body);
  const { effective_at, ...changes } = body;
  if (changes.members !== undefined && !effective_at)
    throw unprocessable("effective_at is required when members change");
  changeRotation(rotation, changes, effective_at, world);
  return rotation;
}

function changeRotation(rotation: Item, changes: Fields, effective_at: unknown, world: World): void {
  const now = world.now().getTime();
  const before = layOut(rotation.data);
  world.change(rotation, absorb(changes, world, rotation.data));
  // The API changes a past time to now.
  const from = Math.max(now, Date.parse(String(effective_at ?? "")) || now);
  if (layOut(rotation.data) !== before) layAnew(rotation, from, world);
}

/** The facts that decide the shifts, as text to compare. */
function layOut({ members, strategy, time_zone, restrictions }: Fields): string {
  return JSON.stringify({ members, strategy, time_zone, restrictions });
}

function singleRotation(body: Fields): Fields {
  const { rotation_name, rotation_description, members, member_ids } = body;
  const own = Object.fromEntries(ofTheRotation.map((field) => [field, body[field]]));
  return present({
    ...own,
    name: rotation_name ?? body.name,
    description: rotation_description ?? body.description,
    members: members ?? ((member_ids ?? []) as string[]).map((user_id) => ({ user_id })),
  });
}

/** A schedule shows the values of its first rotation. */
function showRotation(schedule: Item, world: World): void {
  const first = world.store.children(rotations, schedule.id)[0]?.data;
  const shown = ["strategy", "time_zone", "restrictions", "color", "slack_user_group_id"];
  Object.assign(
    world.touch(schedule).data,
    Object.fromEntries(shown.map((field) => [field, first?.[field] ?? null])),
  );
}

function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
