import { describe, expect, it } from "vitest";
import type { Loose } from "../kit/loose.js";
import {
  fixed,
  ids,
  names,
  passTime,
  people,
  root,
  schedule,
  setClock,
  start,
  store,
  team,
  weekly,
} from "./kit.js";

describe("a schedule", () => {
  it("hands over at the local time of its zone, in summer and in winter", async () => {
    setClock(start);
    const { body } = await schedule();
    const hours = (body.rotations[0].shifts as Loose[]).map(({ start_time }) => start_time.slice(11, 16));
    expect(new Set(hours)).toEqual(new Set(["13:00"]));
    setClock(Date.UTC(2026, 9, 20));
    const winter = (await schedule()).body.rotations[0].shifts as Loose[];
    expect(new Set(winter.map(({ start_time }) => start_time.slice(11, 16)))).toEqual(
      new Set(["13:00", "14:00"]),
    );
  });

  it("gives its single rotation its name, description, zone and strategy", async () => {
    setClock(start);
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
    setClock(start);
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
    setClock(start);
    const { body } = await schedule({ members: [ids[0], { user_id: "" }, { user_id: null }] });
    expect(body.members.map(({ id }: Loose) => id)).toEqual([people[0]!.id, null, null]);
    const turns = body.rotations[0].shifts.map(({ user }: Loose) => user?.name ?? null) as unknown[];
    expect(new Set(turns)).toEqual(new Set([names[0], null]));
  });

  it.each([
    ["an unknown time zone", { time_zone: "Mars/Olympus" }, /time_zone/],
    ["no time zone", { time_zone: undefined }, /time_zone/],
    ["a hand-off that is not a time", { strategy: { ...weekly, handoff_time: "nine" } }, /handoff_time/],
    [
      "a weekly hand-off without a day",
      { strategy: { type: "weekly", handoff_time: "09:00:00" } },
      /handoff_day/,
    ],
    ["a custom strategy without a length", { strategy: { type: "custom" } }, /shift_duration/],
    ["a start that is not a time", { start_time: "soon" }, /start_time/],
  ])("is refused with %s", async (_, more, reason) => {
    const { status, body } = await schedule(more);
    expect(status).toBe(422);
    expect([body.detail, ...body.messages].join(" ")).toMatch(reason);
  });

  it("shows only the shifts of a time window, in the schedule and in its rotations", async () => {
    setClock(start);
    const { body } = await schedule();
    const window = `shift_time_window_start=2026-07-15T12:00:00Z&shift_time_window_end=2026-07-15T12:01:00Z`;
    const shown = (await fixed.call("GET", `${root}/${body.id}?${window}`)).body;
    expect(shown.shifts).toHaveLength(1);
    expect(shown.rotations[0].shifts).toHaveLength(1);
    const listed = (await fixed.call("GET", `${root}?per_page=200&${window}`)).body.data as Loose[];
    expect(listed.find(({ id }) => id === body.id)!.rotations[0].shifts).toHaveLength(1);
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
    setClock(start);
    const { body: empty } = await schedule({ members: [] });
    const targets = [
      { id: empty.id, type: "OnCallSchedule" },
      { id: people[1]!.id, type: "User" },
    ];
    const made = (await fixed.call("POST", policies, policy("PT30M", targets))).body;
    const page = { summary: "Nobody there", target_type: "EscalationPolicy", target_id: made.id };
    const alert = (await fixed.call("POST", "/v1/page/signals", page)).body;
    passTime(2_000);
    await fixed.call("GET", "/v1/ping");
    const pages = store.children("pages", alert.id).map(({ data }) => data.user_name);
    expect(pages).toEqual([names[1]]);
  });

  it("runs three times with two repetitions", async () => {
    setClock(start);
    const targets = [{ id: people[0]!.id, type: "User" }];
    const made = (await fixed.call("POST", policies, policy("PT1M", targets, { repetitions: 2 }))).body;
    const page = { summary: "Unanswered", target_type: "EscalationPolicy", target_id: made.id };
    const alert = (await fixed.call("POST", "/v1/page/signals", page)).body;
    passTime(3_600_000);
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
