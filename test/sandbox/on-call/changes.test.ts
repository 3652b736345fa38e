import { describe, expect, it } from "vitest";
import type { Loose } from "../kit/loose.js";
import { fixed, ids, names, people, root, schedule, setClock, start, weekly } from "./kit.js";

const shiftsAfter = (shifts: Loose[], at: number): Loose[] =>
  shifts.filter(({ end_time }) => Date.parse(end_time) > at);

describe("a change of a schedule", () => {
  it("renames its rotation in place, and changes strategy and members there", async () => {
    setClock(start);
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
    setClock(start);
    const { body: made } = await schedule();
    const { body } = await fixed.call("PATCH", `${root}/${made.id}`, { name: "Renamed", ...more });
    expect(body).toMatchObject({ name: "Renamed", members: [] });
    expect(shiftsAfter(body.rotations[0].shifts, start)).toEqual([]);
  });

  it("accepts member_ids, the older form", async () => {
    setClock(start);
    const { body: made } = await schedule();
    const { body } = await fixed.call("PATCH", `${root}/${made.id}`, { member_ids: [people[1]!.id] });
    expect(body.members.map(({ id }: Loose) => id)).toEqual([people[1]!.id]);
  });

  it("with several rotations only changes the schedule's own name", async () => {
    setClock(start);
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
    setClock(start);
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
