import { describe, expect, it } from "vitest";
import type { Loose } from "../kit/loose.js";
import { call, store, team, user } from "./kit.js";

describe("SCIM", () => {
  it("shows the account's users, and changes of SCIM users appear there", async () => {
    const found = (await call("GET", `/v1/scim/v2/Users?filter=userName eq "${String(user.data.email)}"`))
      .body;
    expect(found).toMatchObject({
      totalResults: 1,
      Resources: [{ id: user.id, displayName: user.data.name }],
    });
    const operations = [{ op: "replace", path: "name.familyName", value: "Newname" }];
    await call("PATCH", `/v1/scim/v2/Users/${user.id}`, { Operations: operations });
    expect((await call("GET", `/v1/users/${user.id}`)).body.name).toMatch(/ Newname$/);
  });

  it("creates a user who appears in the list of users, and deactivates the user", async () => {
    const body = {
      userName: "kim",
      name: { givenName: "Kim", familyName: "Ito" },
      emails: [{ value: "kim@example.test", primary: true }],
    };
    const { id } = (await call("POST", "/v1/scim/v2/Users", body)).body;
    expect((await call("GET", "/v1/users?query=kim@example.test")).body.data[0]).toMatchObject({
      id,
      name: "Kim Ito",
    });
    expect((await call("DELETE", `/v1/scim/v2/Users/${id}`)).status).toBe(204);
    expect((await call("GET", "/v1/users?query=kim@example.test")).body.data).toEqual([]);
  });

  it("shows teams as groups; operations add and remove members", async () => {
    const made = { displayName: "Provisioned", members: [{ value: user.id }] };
    const { id } = (await call("POST", "/v1/scim/v2/Groups", made)).body;
    const members = async (): Promise<unknown[]> =>
      (await call("GET", `/v1/teams/${id}`)).body.memberships.map(({ user: one }: Loose) => one.id);
    expect(await members()).toEqual([user.id]);
    const other = store.all("users")[5]!.id;
    const patch = (operation: Loose): Promise<Loose> =>
      call("PATCH", `/v1/scim/v2/Groups/${id}`, { Operations: [operation] });
    await patch({ op: "add", path: "members", value: [{ value: other }] });
    expect(await members()).toEqual([user.id, other]);
    await patch({ op: "remove", path: `members[value eq "${user.id}"]` });
    expect(await members()).toEqual([other]);
  });
});

describe("settings", () => {
  it("have one default priority: a new one replaces it", async () => {
    const made = await call("POST", "/v1/priorities", { slug: "P0", default: true });
    expect(made.body.default).toBe(true);
    const defaults = async (): Promise<unknown[]> =>
      ((await call("GET", "/v1/priorities")).body.data as Loose[])
        .filter((one) => one.default)
        .map(({ slug }) => slug);
    expect(await defaults()).toEqual(["P0"]);
    await call("PATCH", "/v1/priorities/P2", { default: true });
    expect(await defaults()).toEqual(["P2"]);
  });

  it.each(["SEV 9", "SEV-9", "S".repeat(24), ""])("refuse the slug %j", async (slug) => {
    expect((await call("POST", "/v1/severities", { slug })).status).toBe(422);
    expect((await call("POST", "/v1/priorities", { slug })).status).toBe(422);
    expect((await call("PATCH", "/v1/priorities/P3", { slug })).status).toBe(422);
  });

  it("read an archived incident role with its discarded_at, and do not list it", async () => {
    const { body } = await call("POST", "/v1/incident_roles", { name: "Liaison", summary: "Talks" });
    expect(body.discarded_at).toBeNull();
    await call("DELETE", `/v1/incident_roles/${body.id}`);
    const read = await call("GET", `/v1/incident_roles/${body.id}`);
    expect(read.body).toMatchObject({ name: "Liaison", discarded_at: expect.any(String) });
    const listed = (await call("GET", "/v1/incident_roles")).body.data as Loose[];
    expect(listed.some(({ id }) => id === body.id)).toBe(false);
  });

  it("list every permission for roles", async () => {
    const slugs = ((await call("GET", "/v1/permissions")).body.data as Loose[]).map(({ slug }) => slug);
    expect(slugs.length).toBeGreaterThan(50);
    expect(slugs).toEqual(expect.arrayContaining(["manage_roles", "claim_on_call_shifts"]));
  });

  it("put a milestone at its position and move later ones", async () => {
    const [phase] = (await call("GET", "/v1/lifecycles/phases")).body.data as Loose[];
    const body = { name: "Triaged", description: "Looked at", phase_id: phase.id, position: 1 };
    expect((await call("POST", "/v1/lifecycles/milestones", body)).body.position).toBe(1);
    const [after] = (await call("GET", "/v1/lifecycles/phases")).body.data as Loose[];
    expect(after.milestones.map(({ name, position }: Loose) => [name, position]).slice(0, 3)).toEqual([
      ["Started", 0],
      ["Triaged", 1],
      ["Detected", 2],
    ]);
  });

  it("have the severities of every account", async () => {
    const severities = (await call("GET", "/v1/severities?per_page=200")).body.data as Loose[];
    const system = severities.filter(({ system_record }) => system_record);
    expect(system.map(({ slug, type }) => [slug, type])).toEqual([
      ["UNSET", "unset"],
      ["GAMEDAY", "gameday"],
      ["MAINTENANCE", "maintenance"],
    ]);
  });
});

describe("signals settings", () => {
  it("give an email target its address and the strategy all", async () => {
    const body = { name: "Mail", slug: "mail-in" };
    const made = (await call("POST", "/v1/signals/email_targets", body)).body;
    expect(made).toMatchObject({ rule_matching_strategy: "all", slug: "mail-in" });
    expect(made.email).toMatch(/^mail-in@/);
    const changed = await call("PATCH", `/v1/signals/email_targets/${made.id}`, { slug: "other" });
    expect(changed.body.email).toMatch(/^other@/);
  });

  it("accept an event source without a sample payload, and list all of them", async () => {
    const source = { name: "Own", slug: "own", javascript: "function transpose(){}" };
    const made = await call("PUT", "/v1/signals/event_sources", source);
    expect(made.body).toMatchObject({ slug: "own", editable: true });
    for (const path of ["/v1/signals/event_sources", "/v1/signals/transposers"])
      expect(((await call("GET", path)).body.data as Loose[]).map(({ slug }) => slug)).toEqual([
        "generic",
        "own",
      ]);
  });

  it("give ingest URLs for a user, a team, a schedule and a policy", async () => {
    const url = async (query: string): Promise<string> =>
      (await call("GET", `/v1/signals/ingest_url?${query}`)).body.url;
    expect(await url(`user_id=${user.id}`)).toContain(`users/${user.id}`);
    expect(await url(`team_id=${team.id}`)).toContain(`teams/${team.id}`);
    const policy = store.children("teams/escalation_policies", team.id)[0]!.id;
    expect(await url(`team_id=${team.id}&escalation_policy_id=${policy}`)).toContain(policy);
    expect((await call("GET", `/v1/signals/ingest_url?escalation_policy_id=${policy}`)).status).toBe(422);
    expect((await call("GET", "/v1/signals/ingest_url?user_id=nobody")).status).toBe(404);
    const [first] = (await call("GET", `/v1/signals/event_sources?user_id=${user.id}`)).body.data;
    expect(first.ingest_url).toContain(`users/${user.id}/generic`);
  });
});
