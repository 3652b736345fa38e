import { describe, expect, it } from "vitest";
import type { Loose } from "../../sandbox/kit/loose.js";
import { answered, rows, run, types } from "./kit.js";

describe("workflows of FireHydrant on the sandbox", () => {
  it("on_call_now names who is on call in each rotation, until when, and who follows", async () => {
    const { on_call, gaps } = await run("on_call_now", {});
    const { items } = await run("list_organization_on_call_schedules", { view: "full" });
    const shifts = items.flatMap(({ team, rotations }: Loose) =>
      rotations.map(({ name, current_shift: now, next_shift: next }: Loose) => ({
        ...{ team: team.name, rotation: name, user: now?.user?.name, until: now?.end_time },
        next: next?.user?.name,
      })),
    );
    expect(shifts.length).toBeGreaterThan(5);
    const shown = on_call.map(({ team, rotation, user, until, next }: Loose) => ({
      ...{ team, rotation, user, until, next },
    }));
    expect(shown).toEqual(shifts);
    expect(gaps).toHaveLength(shifts.filter(({ user }: Loose) => user === undefined).length);
  });

  it("on_call_now shows one team's rotations, and names those without anybody as gaps", async () => {
    const [{ team }] = (await run("on_call_now", {})).on_call;
    const before = await run("on_call_now", { team });
    expect(new Set(before.on_call.map((one: Loose) => one.team))).toEqual(new Set([team]));
    const made = await run("create_team_on_call_schedule", {
      team_id: team,
      name: "Nobody yet",
      rotations: [
        {
          name: "Empty",
          time_zone: "Europe/Berlin",
          strategy: { type: "weekly", handoff_day: "monday", handoff_time: "09:00:00" },
        },
      ],
    });
    const { gaps } = await run("on_call_now", { team });
    expect(gaps).toEqual([...before.gaps, `${team}: Nobody yet: Empty`]);
    await run("delete_team_on_call_schedule", { team_id: team, schedule_id: made.id });
  });

  it("find_user_everywhere finds teams and rotations", async () => {
    const { on_call } = await run("on_call_now", {});
    const { user, team } = on_call.find((one: Loose) => one.user);
    const found = await run("find_user_everywhere", { user });
    expect(found.user).toBe(user);
    expect(found.rotations.map((rotation: Loose) => rotation.team)).toContain(team);
  });

  it("incident_brief shows what someone who joins asks for", async () => {
    const incident = rows("incidents").find((one) => !one.archived)!;
    const brief = await run("incident_brief", { incident: `#${incident.number}` });
    expect(brief).toMatchObject({ id: incident.id, name: incident.name });
    const held = { incident_id: incident.id, status: "active" };
    const { items = [] } = await run("list_incident_role_assignments", held);
    const roles = items.map(({ incident_role, user }: Loose) => `${incident_role.name}: ${user.name}`);
    expect(brief.roles.sort()).toEqual(roles.sort());
  });

  it("incident_brief shows what customers see: each status page, its state and its last post", async () => {
    const incident = await run("create_incident", { name: "Cards are declined" });
    const [service] = rows("services");
    const down = rows("severity_matrix/conditions").find(({ name }) => name === "Unavailable")!;
    const [hosted] = rows("nunc_connections");
    const [atlassian] = rows("integrations/statuspage/connections");
    const args = { incident_id: incident.id };
    await run("create_incident_impact", {
      ...args,
      type: "services",
      infrastructure_id: service.id,
      condition_id: down.id,
    });
    const attach = (status_page_id: string, integration_slug: string) =>
      run("create_incident_status_page", { ...args, status_page_id, integration_slug });
    await attach(hosted.id, "nunc");
    await attach(atlassian.id, "statuspage");
    await run("create_incident_note", { ...args, body: "For us only." });
    const status_pages = [{ id: hosted.id, integration_slug: "nunc" }];
    await run("create_incident_note", { ...args, body: "We look into it.", status_pages });
    const shown = async () => (await run("incident_brief", { incident: incident.id })).status_pages;
    const page = {
      name: hosted.title,
      url: `https://${hosted.domain}`,
      state: "published",
      shows: [`${service.name}: major_outage`],
      last_post: { at: expect.any(String), body: "We look into it." },
    };
    const other = {
      name: atlassian.page_name,
      url: expect.any(String),
      shows: [`${service.name}: degraded_performance`],
    };
    expect(await shown()).toEqual([page, other]);
    await run("unpublish_hosted_status_page", { status_page_id: hosted.id });
    expect(await shown()).toEqual([{ ...page, state: "unpublished" }, other]);
  });

  it("declare_and_page opens an incident and pages", async () => {
    const before = rows("incidents").length;
    const team = rows("teams")[0]!;
    const args = { name: "Checkout is down", severity: "SEV1", page_type: "Team", page: team.name };
    const made = await run("declare_and_page", args);
    expect(rows("incidents")).toHaveLength(before + 1);
    expect(rows("alerts").some(({ id }) => id === made.alert_id)).toBe(true);
    await expect(run("declare_and_page", args)).rejects.toThrow(/open incident #\d+ has this name/);
  });

  it("widen_impact_and_note adds services and a private note", async () => {
    const incident = await run("create_incident", { name: "Slow search" });
    const [service] = rows("services");
    const [condition] = rows("severity_matrix/conditions");
    const args = {
      incident: incident.id,
      services: [service.name],
      condition: condition.name,
      note: "Also slow.",
    };
    const widened = await run("widen_impact_and_note", args);
    expect(widened.impacts).toEqual([`${service.name}: ${condition.name}`]);
    expect(widened.note_id).toEqual(expect.any(String));
  });

  it("review_period counts incidents and finds those without a retrospective", async () => {
    const review = await run("review_period", { from: "2020-01-01", to: "2030-01-01" });
    expect(review.incidents).toBe(rows("incidents").filter((one) => !one.archived).length);
    expect(review.resolved).toBeGreaterThan(0);
    expect(review.worst_services[0].incidents).toBeGreaterThan(1);
  });

  it("find_similar_incidents shows how they ended", async () => {
    const incident = rows("incidents")[0]!;
    const { similar } = await run("find_similar_incidents", { incident: incident.id, most: 2 });
    const { items } = await run("list_similar_incidents", { incident_id: incident.id, limit: 2 });
    expect(similar.map(({ id }: Loose) => id)).toEqual(items.map(({ id }: Loose) => id).slice(0, 2));
  });

  it("remove_user_from_on_call keeps the other members in order, and hands over when the shift ends", async () => {
    const { on_call } = await run("on_call_now", {});
    const held = on_call.find((one: Loose) => one.user);
    const before = await rotationOf(held);
    const removed = await run("remove_user_from_on_call", { user: held.user, team: held.team });
    expect(removed).toMatchObject({ user: held.user, only_member_of: [] });
    const changed = removed.changed.find((one: Loose) => one.rotation === held.rotation);
    const left = namesOf(before).filter((name) => name !== held.user);
    expect(changed).toMatchObject({ team: held.team, members: left, from: held.until });
    expect(namesOf(await rotationOf(held))).toEqual(left);
    // Nobody is cut off: the running shift is the user's to its end.
    const after = (await run("on_call_now", { team: held.team })).on_call;
    expect(after.find((one: Loose) => one.rotation === held.rotation)).toMatchObject({
      user: held.user,
      until: held.until,
    });
    expect(after.find((one: Loose) => one.rotation === held.rotation).next).not.toBe(held.user);
    const { rotations } = await run("find_user_everywhere", { user: held.user });
    expect(rotations.filter(({ team }: Loose) => team === held.team)).toEqual([]);
  });

  it("remove_user_from_on_call leaves a rotation alone whose only member is this user", async () => {
    const { on_call } = await run("on_call_now", {});
    const held = on_call.findLast((one: Loose) => one.user);
    const members = namesOf(await rotationOf(held));
    for (const user of members.filter((name) => name !== held.user))
      await run("remove_user_from_on_call", { user, team: held.team });
    const place = `${held.team}: ${held.schedule}: ${held.rotation}`;
    const { changed, only_member_of } = await run("remove_user_from_on_call", {
      user: held.user,
      team: held.team,
    });
    expect({ changed, only_member_of }).toEqual({ changed: [], only_member_of: [place] });
    expect(namesOf(await rotationOf(held))).toEqual([held.user]);
  });

  it("all answer what their types say", async () => {
    expect([...answered].sort()).toEqual([...types.keys()].sort());
    const fits = types.get("on_call_now")!;
    expect(fits({ on_call: "nobody", gaps: [] })).toBe(false);
    expect(fits({ on_call: [], gaps: [], more: 1 })).toBe(false);
  });
});

/** The rotation in which someone is on call, with its members in turn order. */
async function rotationOf({ team, schedule, rotation }: Loose): Promise<Loose> {
  const { items } = await run("list_team_on_call_schedules", { team_id: team, view: "full" });
  const { rotations } = items.find(({ name }: Loose) => name === schedule);
  return rotations.find(({ name }: Loose) => name === rotation);
}

const namesOf = ({ members }: Loose): string[] => members.map(({ name }: Loose) => name);
