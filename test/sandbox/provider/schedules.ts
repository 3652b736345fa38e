import { expect } from "vitest";
import type { Loose } from "../kit/loose.js";
import { call, fresh, refused, seeded, send, type Checks } from "./kit.js";

const team = seeded("teams");
const users = [seeded("users"), seeded("users", 1)] as const;
const schedules = `/v1/teams/${team.id}/on_call_schedules`;
const weekly = (handoff_day: string, handoff_time: string): Loose => ({
  type: "weekly",
  handoff_day,
  handoff_time,
});
const hours = (start_day: string, end_day: string, [start_time, end_time]: readonly string[]): Loose => ({
  start_day,
  start_time,
  end_day,
  end_time,
});
const twoDays = [
  hours("monday", "monday", ["09:00:00", "17:00:00"]),
  hours("tuesday", "tuesday", ["09:00:00", "17:00:00"]),
];
const week = [hours("monday", "friday", ["09:00:00", "17:00:00"])];
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** Where records of a kind are made, and a body with the required values. */
interface Place {
  readonly path: string;
  readonly body: (more?: Loose) => Loose;
}

function scheduleAlone(): Place {
  return {
    path: schedules,
    body: (more) => ({
      name: fresh("schedule"),
      description: "D",
      time_zone: "America/New_York",
      strategy: weekly("thursday", "10:00:00"),
      slack_user_group_id: "group-1",
      member_ids: [],
      ...more,
    }),
  };
}

async function rotationOfSchedule(): Promise<Place> {
  const { id } = await send("POST", schedules, scheduleAlone().body());
  return {
    path: `${schedules}/${id}/rotations`,
    body: (more) => ({
      name: fresh("rotation"),
      description: "D",
      time_zone: "America/New_York",
      strategy: weekly("thursday", "10:00:00"),
      slack_user_group_id: "group-1",
      enable_slack_channel_notifications: false,
      prevent_shift_deletion: true,
      color: "#3192ff",
      members: [],
      ...more,
    }),
  };
}

/** Creates with the first body, then changes with the others. Each read must show what was sent. */
async function series(place: Place, [first, ...changes]: readonly Loose[]): Promise<void> {
  const { id } = await send("POST", place.path, place.body(first));
  const at = `${place.path}/${id}`;
  expect(await send("GET", at)).toMatchObject(first);
  for (const change of changes) {
    const { effective_at = inDays(0), ...rest } = change;
    await send("PATCH", at, { ...rest, effective_at });
    expect(await send("GET", at)).toMatchObject(rest);
  }
}

/** What the provider checks of schedules and of rotations alike. */
function checksOfTurns(kind: string, place: () => Place | Promise<Place>): Checks {
  return {
    [`${kind}: is made, also with restrictions, and gone after the deletion`]: async () => {
      const { path, body } = await place();
      for (const more of [{}, { restrictions: twoDays }]) {
        const sent = body(more);
        const { id } = await send("POST", path, sent);
        const { member_ids: _, ...shown } = sent;
        expect(await send("GET", `${path}/${id}`)).toMatchObject(shown);
        await send("DELETE", `${path}/${id}`);
        expect((await call("GET", `${path}/${id}`)).status).toBe(404);
      }
    },
    [`${kind}: hand-off and restrictions change together`]: async () =>
      series(await place(), [
        { strategy: weekly("monday", "09:00:00"), restrictions: [] },
        { strategy: weekly("wednesday", "13:00:00"), restrictions: twoDays },
        { strategy: weekly("wednesday", "15:00:00"), restrictions: twoDays },
      ]),
    [`${kind}: the hand-off day changes, and restrictions are removed and replaced`]: async () =>
      series(await place(), [
        { strategy: weekly("monday", "09:00:00"), restrictions: twoDays },
        { strategy: weekly("friday", "09:00:00"), restrictions: twoDays },
        { strategy: weekly("friday", "09:00:00"), restrictions: [] },
        { strategy: weekly("friday", "09:00:00"), restrictions: week },
      ]),
    [`${kind}: a change takes effect in the future, or now for a past time; another text is refused`]:
      async () => {
        const { path, body } = await place();
        await series({ path, body }, [
          { strategy: weekly("monday", "09:00:00") },
          { strategy: weekly("friday", "13:00:00"), effective_at: inDays(2) },
          { strategy: weekly("wednesday", "15:00:00"), effective_at: inDays(-2) },
        ]);
        const { id } = await send("POST", path, body());
        const wrong = { strategy: weekly("thursday", "10:00:00"), effective_at: "invalid-timestamp" };
        expect(await refused("PATCH", `${path}/${id}`, wrong)).toContain("effective_at");
      },
    [`${kind}: is imported by its id as it was made`]: async () => {
      const { path, body } = await place();
      const made = await send("POST", path, body());
      expect(await send("GET", `${path}/${made.id}`)).toEqual(made);
    },
    [`${kind}: shows its members by id and name, and its team`]: async () => {
      const { path, body } = await place();
      const given =
        path === schedules ? { member_ids: [users[0].id] } : { members: [{ user_id: users[0].id }] };
      const { id } = await send("POST", path, body(given));
      const { name } = users[0].data;
      expect(await send("GET", `${path}/${id}`)).toMatchObject({
        members: [{ id: users[0].id, name }],
        team: { id: team.id },
      });
    },
    [`${kind}: a weekly one begins its first shift at start_time, which no answer shows`]: async () => {
      const { path, body } = await place();
      const start_time = inDays(3);
      const given =
        path === schedules ? { member_ids: [users[0].id] } : { members: [{ user_id: users[0].id }] };
      const made = await send("POST", path, body({ ...given, start_time }));
      expect(made.start_time ?? null).toBeNull();
      const { shifts } = await send("GET", `${path}/${made.id}`);
      expect((shifts as Loose[]).map((shift) => shift.start_time).sort()[0]).toBe(start_time);
    },
  };
}

const membersOf = async (path: string): Promise<unknown[]> =>
  (await send("GET", path)).members.map((member: Loose) => member.id);

export const scheduleChecks: Checks = {
  ...checksOfTurns("on-call schedule", scheduleAlone),
  ...checksOfTurns("rotation", rotationOfSchedule),
  "on-call schedule: shifts of a custom length begin at start_time": async () => {
    const { path, body } = scheduleAlone();
    const strategy = { type: "custom", shift_duration: "PT8H" };
    const { id } = await send("POST", path, body({ strategy, start_time: inDays(1) }));
    expect(await send("GET", `${path}/${id}`)).toMatchObject({ strategy });
  },
  "on-call schedule: its rotation has a name and a description of its own, which change in place":
    async () => {
      const { path, body } = scheduleAlone();
      const own = (name: string, description: string): Loose => ({ rotations: [{ name, description }] });
      const sent = body({ rotation_name: "Primary", rotation_description: "First" });
      const { id, rotations } = await send("POST", path, sent);
      expect(await send("GET", `${path}/${id}`)).toMatchObject({
        name: sent.name,
        ...own("Primary", "First"),
      });
      await send("PATCH", `${path}/${id}`, { rotation_name: "Secondary", rotation_description: "Second" });
      const read = await send("GET", `${path}/${id}`);
      expect(read).toMatchObject({ name: sent.name, ...own("Secondary", "Second") });
      expect(read.rotations[0].id).toBe(rotations[0].id);
    },
  "on-call schedule: the older members argument makes the same turns": async () => {
    const { path, body } = scheduleAlone();
    const { id } = await send("POST", path, body({ members: users.map((user) => ({ user_id: user.id })) }));
    expect(await membersOf(`${path}/${id}`)).toEqual(users.map((user) => user.id));
  },
  "on-call schedule: is read by its id, with time zone and strategy": async () => {
    const { path, body } = scheduleAlone();
    const { id } = await send("POST", path, body());
    expect(await send("GET", `${path}/${id}`)).toMatchObject({
      id,
      team: { id: team.id },
      time_zone: "America/New_York",
      strategy: weekly("thursday", "10:00:00"),
    });
  },
  "on-call schedules: a team's list is searched by name": async () => {
    const { path, body } = scheduleAlone();
    const { id, name } = await send("POST", path, body({ name: fresh("Sought schedule") }));
    expect((await send("GET", `${path}?query=${name}`)).data).toMatchObject([{ id, name }]);
  },
  "rotation: is read by its id, with its slack and colour settings": async () => {
    const { path, body } = await rotationOfSchedule();
    const sent = body();
    const { id } = await send("POST", path, sent);
    expect(await send("GET", `${path}/${id}`)).toMatchObject(sent);
  },
  "rotation: members are taken out and added again": async () => {
    const { path, body } = await rotationOfSchedule();
    const both = users.map((user) => ({ user_id: user.id }));
    const { id } = await send("POST", path, body({ members: both }));
    for (const members of [both.slice(0, 1), both]) {
      await send("PATCH", `${path}/${id}`, { members, effective_at: inDays(1) });
      expect(await membersOf(`${path}/${id}`)).toEqual(members.map((member) => member.user_id));
    }
  },
  "rotation: keeps an unassigned slot between two members": async () => {
    const { path, body } = await rotationOfSchedule();
    const members = [{ user_id: users[0].id }, { user_id: null }, { user_id: users[1].id }];
    const { id } = await send("POST", path, body({ members }));
    expect(await membersOf(`${path}/${id}`)).toEqual([users[0].id, null, users[1].id]);
  },
};
