import { describe, expect, it } from "vitest";
import { practice } from "./kit/client.js";
import type { Loose } from "./kit/loose.js";

/** A Wednesday noon in UTC, in summer time. */
const start = Date.UTC(2026, 6, 15, 12);
let clock = start;
const fixed = practice({ now: () => new Date(clock) });
const { store } = fixed.sandbox.world;
const team = store.all("teams").find(({ data }) => data.name === "Payments")!;
const root = `/v1/teams/${team.id}/on_call_schedules`;
const people = store.all("users").slice(0, 3);
const ids = people.map(({ id }) => ({ user_id: id }));
const names = people.map(({ data }) => data.name);
const weekly = { type: "weekly", handoff_time: "09:00:00", handoff_day: "monday" };

const schedule = async (more: Loose = {}): Promise<Loose> => {
  const body = { name: "Night", time_zone: "America/New_York", strategy: weekly, members: ids, ...more };
  return fixed.call("POST", root, body);
};
const shiftsAfter = (shifts: Loose[], at: number): Loose[] =>
  shifts.filter(({ end_time }) => Date.parse(end_time) > at);

describe("a schedule", () => {
  it("hands over at the local time of its zone, in summer and in winter", async () => {
    clock = start;
    const { body } = await schedule();
    const hours = (body.rotations[0].shifts as Loose[]).map(({ start_time }) => start_time.slice(11, 16));
    expect(new Set(hours)).toEqual(new Set(["13:00"]));
    clock = Date.UTC(2026, 9, 20);
    const winter = (await schedule()).body.rotations[0].shifts as Loose[];
    expect(new Set(winter.map(({ start_time }) => start_time.slice(11, 16)))).toEqual(
      new Set(["13:00", "14:00"]),
    );
  });

  it("gives its single rotation its name, description, zone and strategy", async () => {
    clock = start;
    const { body } = await schedule({ description: "First line" });
    expect(body.rotations).toHaveLength(1);
    expect(body.rotations[0]).toMatchObject({
      name: "Night",
      description: "First line",
      time_zone: "America/New_York",
      strategy: weekly,
    });
    const named = (await schedule({ rotation_name: "Primary", rotation_description: "Layer one" })).body;
    expect(named.rotations[0]).toMatchObject({ name: "Primary", description: "Layer one" });
  });

  it("begins with the first member at its start time, whatever the strategy, and does not show that time", async () => {
    clock = start;
    for (const strategy of [
      weekly,
      { type: "daily", handoff_time: "09:00:00" },
      { type: "custom", shift_duration: "PT8H" },
    ]) {
      const start_time = "2026-07-17T10:00:00.000Z";
      const { body } = await schedule({ strategy, start_time });
      const [first] = body.rotations[0].shifts as Loose[];
      expect(first).toMatchObject({ start_time, user: { name: names[0] } });
      expect(JSON.stringify(body)).not.toContain('"start_time":null');
      expect(body.rotations[0]).not.toHaveProperty("start_time");
    }
  });

  it("shows an empty slot among its members, and a shift without a person", async () => {
    clock = start;
    const { body } = await schedule({ members: [ids[0], { user_id: "" }, { user_id: null }] });
    expect(body.members.map(({ id }: Loose) => id)).toEqual([people[0]!.id, null, null]);
    const turns = body.rotations[0].shifts.map(({ user }: Loose) => user?.name ?? null) as unknown[];
    expect(new Set(turns)).toEqual(new Set([names[0], null]));
  });

  it.each([
    ["an unknown time zone", { time_zone: "Mars/Olympus" }, /time_zone/],
    ["no time zone", { time_zone: undefined }, /time_zone/],
    ["a hand-off that is no time", { strategy: { ...weekly, handoff_time: "nine" } }, /handoff_time/],
    [
      "a weekly hand-off without a day",
      { strategy: { type: "weekly", handoff_time: "09:00:00" } },
      /handoff_day/,
    ],
    ["a custom strategy without a length", { strategy: { type: "custom" } }, /shift_duration/],
    ["a start that is no time", { start_time: "soon" }, /start_time/],
  ])("is refused with %s", async (_, more, reason) => {
    const { status, body } = await schedule(more);
    expect(status).toBe(422);
    expect([body.detail, ...body.messages].join(" ")).toMatch(reason);
  });

  it("shows only the shifts of a time window, in the schedule and in its rotations", async () => {
    clock = start;
    const { body } = await schedule();
    const window = `shift_time_window_start=2026-07-15T12:00:00Z&shift_time_window_end=2026-07-15T12:01:00Z`;
    const shown = (await fixed.call("GET", `${root}/${body.id}?${window}`)).body;
    expect(shown.shifts).toHaveLength(1);
    expect(shown.rotations[0].shifts).toHaveLength(1);
    const listed = (await fixed.call("GET", `${root}?per_page=200&${window}`)).body.data as Loose[];
    expect(listed.find(({ id }) => id === body.id)!.rotations[0].shifts).toHaveLength(1);
  });
});

describe("a change of a schedule", () => {
  it("renames its rotation in place, and changes strategy and members there", async () => {
    clock = start;
    const { body: made } = await schedule();
    const changes = {
      members: [ids[2]],
      rotation_name: "Primary",
      strategy: { type: "daily", handoff_time: "08:00:00" },
      effective_at: "2026-07-20T13:00:00Z",
    };
    const { body } = await fixed.call("PATCH", `${root}/${made.id}`, changes);
    expect(body.rotations).toHaveLength(1);
    expect(body.rotations[0]).toMatchObject({
      id: made.rotations[0].id,
      name: "Primary",
      strategy: { type: "daily", handoff_time: "08:00:00" },
      members: [{ id: people[2]!.id }],
    });
    expect(body.strategy).toMatchObject({ type: "daily" });
  });

  it.each([
    ["left out", {}],
    ["an empty list", { members: [] }],
  ])("clears the members if they are %s", async (_, more) => {
    clock = start;
    const { body: made } = await schedule();
    const { body } = await fixed.call("PATCH", `${root}/${made.id}`, { name: "Renamed", ...more });
    expect(body).toMatchObject({ name: "Renamed", members: [] });
    expect(shiftsAfter(body.rotations[0].shifts, start)).toEqual([]);
  });

  it("accepts member_ids, the older form", async () => {
    clock = start;
    const { body: made } = await schedule();
    const { body } = await fixed.call("PATCH", `${root}/${made.id}`, { member_ids: [people[1]!.id] });
    expect(body.members.map(({ id }: Loose) => id)).toEqual([people[1]!.id]);
  });

  it("with several rotations only changes the schedule's own name", async () => {
    clock = start;
    const rotation = { name: "One", time_zone: "UTC", strategy: weekly, members: ids };
    const { body: made } = await fixed.call("POST", root, {
      name: "Two layers",
      rotations: [rotation, { ...rotation, name: "Two" }],
    });
    const { body } = await fixed.call("PATCH", `${root}/${made.id}`, { name: "Layers", members: [] });
    expect(body.name).toBe("Layers");
    expect(body.rotations.map(({ members }: Loose) => members.length)).toEqual([3, 3]);
  });
});

describe("a change of a rotation", () => {
  const rotationOf = async (): Promise<{ path: string; rotation: Loose }> => {
    clock = start;
    const { body } = await schedule();
    return { path: `${root}/${body.id}/rotations/${body.rotations[0].id}`, rotation: body.rotations[0] };
  };

  it("needs effective_at if members change", async () => {
    const { path } = await rotationOf();
    expect((await fixed.call("PATCH", path, { members: [ids[1]] })).status).toBe(422);
    expect((await fixed.call("PATCH", path, { name: "Renamed" })).status).toBe(200);
  });

  it("keeps past shifts, ends the current one, and begins with the first member", async () => {
    const { path, rotation } = await rotationOf();
    const effective_at = "2026-07-16T00:00:00.000Z";
    const { body } = await fixed.call("PATCH", path, { members: [ids[2], ids[1]], effective_at });
    const over = (all: Loose[]) => all.filter(({ end_time }) => end_time <= effective_at.slice(0, 10));
    expect(over(body.shifts)).toEqual(over(rotation.shifts));
    const at = body.shifts.findIndex(({ start_time }: Loose) => start_time === effective_at);
    expect(body.shifts[at - 1]).toMatchObject({ end_time: effective_at });
    expect(body.shifts[at].user.name).toBe(names[2]);
    expect(body.shifts[at + 1].user.name).toBe(names[1]);
  });

  it("at the next hand-off keeps the current shift", async () => {
    const { path, rotation } = await rotationOf();
    const current = rotation.shifts.find(
      ({ start_time, end_time }: Loose) => Date.parse(start_time) <= start && Date.parse(end_time) > start,
    );
    const { body } = await fixed.call("PATCH", path, { members: [ids[2]], effective_at: current.end_time });
    expect(body.shifts.find(({ id }: Loose) => id === current.id)).toEqual(current);
  });

  it("keeps a future override", async () => {
    const { path } = await rotationOf();
    const cover = { start_time: "2026-07-22T00:00:00.000Z", end_time: "2026-07-23T00:00:00.000Z" };
    await fixed.call("POST", `${path}/overrides`, { ...cover, user_id: people[1]!.id });
    const effective_at = "2026-07-20T13:00:00Z";
    const { body } = await fixed.call("PATCH", path, { members: [ids[2]], effective_at });
    expect(body.shifts.find(({ start_time }: Loose) => start_time === cover.start_time)).toMatchObject({
      ...cover,
      user: { name: names[1] },
    });
  });

  it("is previewed with its new shifts, weekly without a strategy", async () => {
    const { path, rotation } = await rotationOf();
    const effective_at = "2026-07-16T00:00:00.000Z";
    const changes = { members: [ids[2], ids[1]], strategy: { type: "daily", handoff_time: "09:00:00" } };
    const preview = path.replace(/\/[^/]+$/, "/preview");
    const asked = { rotation_id: rotation.id, effective_at, to: "2026-07-25T00:00:00Z" };
    const shown = (await fixed.call("POST", preview, { ...asked, ...changes })).body.shifts as Loose[];
    const saved = (await fixed.call("PATCH", path, { ...changes, effective_at })).body.shifts as Loose[];
    const ahead = saved.filter(({ start_time }) => start_time >= effective_at).slice(0, 5);
    expect(shown.slice(1, 6).map(({ start_time, user }) => [start_time, user.name])).toEqual(
      ahead.map(({ start_time, user }) => [start_time, user.name]),
    );
    const plain = (await fixed.call("POST", preview, { ...asked, members: [ids[0]] })).body.shifts as Loose[];
    expect(plain.length).toBeLessThanOrEqual(3);
  });
});

describe("an escalation policy", () => {
  const policy = (timeout: string, targets: Loose[], more: Loose = {}) => ({
    name: "Policy",
    steps: targets.map((target) => ({ targets: [target], timeout })),
    ...more,
  });
  const policies = `/v1/teams/${team.id}/escalation_policies`;

  it("is refused with a timeout that is not a duration", async () => {
    const body = policy("5 minutes", [{ id: people[0]!.id, type: "User" }]);
    expect((await fixed.call("POST", policies, body)).status).toBe(422);
  });

  it("skips a schedule without anyone on call at once", async () => {
    clock = start;
    const { body: empty } = await schedule({ members: [] });
    const targets = [
      { id: empty.id, type: "OnCallSchedule" },
      { id: people[1]!.id, type: "User" },
    ];
    const made = (await fixed.call("POST", policies, policy("PT30M", targets))).body;
    const page = { summary: "Nobody there", target_type: "EscalationPolicy", target_id: made.id };
    const alert = (await fixed.call("POST", "/v1/page/signals", page)).body;
    clock += 2_000;
    await fixed.call("GET", "/v1/ping");
    const pages = store.children("pages", alert.id).map(({ data }) => data.user_name);
    expect(pages).toEqual([names[1]]);
  });

  it("runs three times with two repetitions", async () => {
    clock = start;
    const targets = [{ id: people[0]!.id, type: "User" }];
    const made = (await fixed.call("POST", policies, policy("PT1M", targets, { repetitions: 2 }))).body;
    const page = { summary: "Unanswered", target_type: "EscalationPolicy", target_id: made.id };
    const alert = (await fixed.call("POST", "/v1/page/signals", page)).body;
    clock += 3_600_000;
    expect((await fixed.call("GET", `/v1/alerts/${alert.id}`)).body.status).toBe("expired");
    expect(store.children("pages", alert.id)).toHaveLength(3);
  });

  it("is missing for a team: then paging it opens the alert and notifies no one", async () => {
    const { body: lonely } = await fixed.call("POST", "/v1/teams", {
      name: "Lonely",
      memberships: [{ user_id: people[0]!.id }],
    });
    const page = { summary: "Hello?", target_type: "Team", target_id: lonely.id };
    const alert = (await fixed.call("POST", "/v1/page/signals", page)).body;
    expect(alert.status).toBe("opened");
    expect(store.children("pages", alert.id)).toEqual([]);
  });
});
