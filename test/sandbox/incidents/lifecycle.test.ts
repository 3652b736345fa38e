import { describe, expect, it } from "vitest";
import { tieTo } from "../../../sandbox/behaviour/relationships.js";
import type { Loose } from "../kit/loose.js";
import { sandbox, call, pass, row, service, declare } from "./kit.js";

const events = async (id: string): Promise<Loose[]> =>
  (await call("GET", `/v1/incidents/${id}/events?per_page=200`)).body.data;

describe("the timeline", () => {
  it("gets an event for a note, an impact, a role, a team and a milestone", async () => {
    const { id } = await declare();
    const note = (
      await call("POST", `/v1/incidents/${id}/notes`, {
        body: "Seen in the logs.",
        visibility: "open_to_public",
      })
    ).body;
    const role = row("incident_roles", "Commander").id;
    const user = sandbox.world.store.all("users")[3]!.id;
    await call("POST", `/v1/incidents/${id}/impact/services`, { id: service("cart-service") });
    await call("POST", `/v1/incidents/${id}/role_assignments`, { incident_role_id: role, user_id: user });
    await call("POST", `/v1/incidents/${id}/team_assignments`, { team_id: row("teams", "Payments").id });
    await call("PUT", `/v1/incidents/${id}/resolve`, {});
    const all = await events(id);
    expect(new Set(all.map(({ type }) => type))).toEqual(
      new Set([
        "incident_status",
        "note",
        "bulk_update",
        "role_update",
        "team_assignment",
        "bulk_milestone_update",
      ]),
    );
    expect(all.find(({ type }) => type === "note")).toMatchObject({
      visibility: "open_to_public",
      data: { id: note.id, body: "Seen in the logs." },
    });
    expect((await call("GET", `/v1/incidents/${id}/events?types=note`)).body.data).toHaveLength(1);
  });

  it("transfers a role: one holder at a time", async () => {
    const { id } = await declare();
    const incident_role_id = row("incident_roles", "Commander").id;
    for (const user of sandbox.world.store.all("users").slice(0, 2))
      await call("POST", `/v1/incidents/${id}/role_assignments`, { incident_role_id, user_id: user.id });
    const active = (await call("GET", `/v1/incidents/${id}/role_assignments`)).body.data;
    expect(active.map(({ user }: Loose) => user.name)).toEqual([
      sandbox.world.store.all("users")[1]!.data.name,
    ]);
    expect(
      (await call("GET", `/v1/incidents/${id}/role_assignments?status=inactive`)).body.data,
    ).toHaveLength(1);
  });
});

describe("the lifecycle", () => {
  it("closes child incidents too, and no others", async () => {
    const [parent, first, second, other] = [
      await declare(),
      await declare(),
      await declare(),
      await declare(),
    ];
    const item = ({ id }: Loose) => sandbox.world.store.find("incidents", id)!;
    for (const child of [first, second]) tieTo(item(child), item(parent), sandbox.world);
    const ids = (list: Loose[]) => list.map(({ id }) => id);
    const of = async ({ id }: Loose) => (await call("GET", `/v1/incidents/${id}/relationships`)).body;
    expect(ids((await of(parent)).children)).toEqual([first.id, second.id]);
    expect((await of(first)).parent.id).toBe(parent.id);
    expect(ids((await of(first)).siblings)).toEqual([second.id]);
    await call("PUT", `/v1/incidents/${parent.id}/close`);
    const milestones = [parent, first, second, other].map((one) => item(one).data.current_milestone);
    expect(milestones).toEqual(["closed", "closed", "closed", "started"]);
  });

  it("resolves, closes, reopens, and keeps the order of times", async () => {
    const { id } = await declare();
    pass(600);
    expect((await call("PUT", `/v1/incidents/${id}/resolve`, { milestone: "investigating" })).status).toBe(
      422,
    );
    expect((await call("PUT", `/v1/incidents/${id}/resolve`, {})).body).toMatchObject({
      current_milestone: "resolved",
      active: false,
    });
    expect((await call("PUT", `/v1/incidents/${id}/close`)).body.current_milestone).toBe("closed");
    expect(
      (await call("PATCH", `/v1/incidents/${id}/impact`, { milestone: "investigating" })).body,
    ).toMatchObject({ current_milestone: "investigating", active: true });
    const bulk = (at: string) =>
      call("PUT", `/v1/incidents/${id}/milestones/bulk_update`, {
        milestones: [{ type: "detected", occurred_at: at }],
      });
    expect((await bulk("2031-01-01T00:00:00Z")).status).toBe(422);
    const started = (await call("GET", `/v1/incidents/${id}`)).body.started_at;
    const fine = await bulk(new Date(Date.parse(started) + 60_000).toISOString());
    expect(fine.body.data.map(({ type, duration }: Loose) => [type, duration])).toEqual([
      ["started", "PT1M"],
      ["detected", "PT9M"],
      ["investigating", null],
    ]);
  });

  it("archiving hides an incident from lists, metrics and GET; unarchiving restores it", async () => {
    const { id } = await declare({ name: "To be archived" });
    expect((await call("DELETE", `/v1/incidents/${id}`)).status).toBe(204);
    expect((await call("GET", `/v1/incidents/${id}`)).status).toBe(404);
    expect((await call("GET", "/v1/incidents?query=to+be+archived")).body.data).toEqual([]);
    expect(
      (await call("GET", "/v1/incidents?archived=true")).body.data.map((incident: Loose) => incident.id),
    ).toEqual([id]);
    expect((await call("POST", `/v1/incidents/${id}/unarchive`)).status).toBe(201);
    expect((await call("GET", `/v1/incidents/${id}`)).body.discarded_at).toBeNull();
  });

  it("a renamed milestone has its new name in incidents that were read before", async () => {
    const { id } = await declare();
    const namesOf = async () => {
      const { lifecycle_phases } = (await call("GET", `/v1/incidents/${id}`)).body;
      return lifecycle_phases.flatMap(({ milestones }: Loose) => milestones.map(({ name }: Loose) => name));
    };
    const before = await namesOf();
    const milestone = row("lifecycles/milestones", "detected");
    const renamed = await call("PATCH", `/v1/lifecycles/milestones/${milestone.id}`, { name: "Noticed" });
    expect(renamed.status).toBe(200);
    expect(await namesOf()).toEqual(before.map((name: string) => (name === "Detected" ? "Noticed" : name)));
    await call("PATCH", `/v1/lifecycles/milestones/${milestone.id}`, { name: "Detected" });
  });
});
