import { beforeAll, describe, expect, it } from "vitest";
import { tieTo } from "../../sandbox/behaviour/relationships.js";
import { practice, type Reply } from "./kit/client.js";
import type { Loose } from "./kit/loose.js";

const { sandbox, call, pass } = practice();
const row = (collection: string, name: string) =>
  sandbox.world.store.all(collection).find(({ data }) => data.name === name || data.slug === name)!;
const service = (name: string) => row("services", name).id;
const condition = (name: string) => row("severity_matrix/conditions", name).id;
const declare = async (more: Record<string, unknown> = {}): Promise<Loose> =>
  (await call("POST", "/v1/incidents", { name: "Test incident", severity: "SEV2", ...more })).body;
const events = async (id: string): Promise<Loose[]> =>
  (await call("GET", `/v1/incidents/${id}/events?per_page=200`)).body.data;
const named = (reply: Reply): string[] => reply.body.impacts.map(({ impact }: Loose) => impact.name).sort();

describe("declaring an incident", () => {
  it("increases the number, sets the given fields, and starts the lifecycle", async () => {
    const [first, second] = [await declare(), await declare()];
    expect(second.number).toBe(first.number + 1);
    expect(second).toMatchObject({
      severity: "SEV2",
      current_milestone: "started",
      active: true,
      priority: null,
    });
    expect(second.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second.started_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it.each([
    ["an unknown severity", { severity: "SEV9" }, 422],
    ["an impact without a condition", { impacts: [{ type: "service", id: "x" }] }, 400],
    ["an impact on nothing", { impacts: [{ type: "service", id: "x", condition_id: "y" }] }, 404],
    ["an unknown team", { team_ids: ["x"] }, 404],
    ["an unknown milestone", { milestones: [{ type: "done", occurred_at: "2026-01-01" }] }, 422],
    ["no name", { name: undefined }, 400],
    [
      "milestones out of order",
      {
        milestones: [
          { type: "detected", occurred_at: "2026-01-02T00:00:00Z" },
          { type: "resolved", occurred_at: "2026-01-01T00:00:00Z" },
        ],
      },
      422,
    ],
  ])("refuses %s and changes nothing", async (_what, more, status) => {
    const before = sandbox.world.store.everything("incidents").length;
    const reply = await call("POST", "/v1/incidents", { name: "Refused", ...more });
    expect(reply.status).toBe(status);
    expect(Object.keys(reply.body).sort()).toEqual(["code", "detail", "messages", "meta"]);
    expect(sandbox.world.store.everything("incidents").length).toBe(before);
  });

  it("accepts impacts, teams, tags and runbooks at once, and an incident type fills in the rest", async () => {
    const impacts = [
      { type: "service", id: service("Production-DB"), condition_id: condition("Unavailable") },
    ];
    const team = row("teams", "Payments").id;
    const type = row("incident_types", "Shop outage").id;
    const incident = await declare({
      severity: undefined,
      incident_type_id: type,
      impacts,
      team_ids: [team],
      tag_list: ["database"],
    });
    expect(incident).toMatchObject({ severity: "SEV1", tag_list: ["database"], incident_type: { id: type } });
    expect(incident.services).toEqual([{ id: service("Production-DB"), name: "Production-DB" }]);
    expect(incident.team_assignments[0].team.name).toBe("Payments");
    expect(sandbox.world.store.children("runbooks/executions", incident.id)).toHaveLength(1);
  });
});

describe("the impact of an incident", () => {
  const entry = (name: string, how: string) => ({ id: service(name), condition_id: condition(how) });

  it("PATCH adds and changes, and removes nothing", async () => {
    const { id } = await declare({ impacts: [{ type: "service", ...entry("search-api", "Degraded") }] });
    const added = await call("PATCH", `/v1/incidents/${id}/impact`, {
      impact: [entry("Production-DB", "Unavailable")],
    });
    expect(named(added)).toEqual(["Production-DB", "search-api"]);
    const worse = await call("PATCH", `/v1/incidents/${id}/impact`, {
      impact: [entry("search-api", "Unavailable")],
      note: "It got worse.",
    });
    expect(named(worse)).toEqual(["Production-DB", "search-api"]);
    expect(worse.body.impacts.find(({ impact }: Loose) => impact.name === "search-api").condition.name).toBe(
      "Unavailable",
    );
    expect(worse.body.last_note.body).toBe("It got worse.");
  });

  it("PUT replaces, and without impact clears", async () => {
    const { id } = await declare({ impacts: [{ type: "service", ...entry("search-api", "Degraded") }] });
    expect(
      named(await call("PUT", `/v1/incidents/${id}/impact`, { impact: [entry("cart-service", "Bug")] })),
    ).toEqual(["cart-service"]);
    expect(named(await call("PUT", `/v1/incidents/${id}/impact`, { note: "Only a note." }))).toEqual([]);
  });

  it("refuses an entry without a condition, and can move the milestone", async () => {
    const { id } = await declare();
    expect(
      (await call("PATCH", `/v1/incidents/${id}/impact`, { impact: [{ id: service("cart-service") }] }))
        .status,
    ).toBe(400);
    expect(
      (await call("PATCH", `/v1/incidents/${id}/impact`, { milestone: "identified" })).body.current_milestone,
    ).toBe("identified");
  });
});

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
});

describe("listing incidents", () => {
  const list = async (query: string): Promise<Loose[]> =>
    (await call("GET", `/v1/incidents?per_page=200&${query}`)).body.data;

  beforeAll(async () => {
    const impacts = [{ type: "service", id: service("voucher-service"), condition_id: condition("Bug") }];
    await declare({
      name: "Needle in the haystack",
      severity: "SEV4",
      priority: "P2",
      tag_list: ["red", "blue"],
      impacts,
    });
  });

  it.each([
    ["status=active", ({ active }: Loose) => active === true],
    ["status=closed", ({ current_milestone }: Loose) => current_milestone === "closed"],
    ["severities=SEV1,SEV2", ({ severity }: Loose) => ["SEV1", "SEV2"].includes(severity)],
    ["priorities=P2", ({ priority }: Loose) => priority === "P2"],
    [
      "current_milestones=investigating,started",
      ({ current_milestone }: Loose) => ["investigating", "started"].includes(current_milestone),
    ],
    [
      "tags=red,blue&tag_match_strategy=match_all",
      ({ tag_list }: Loose) => tag_list.includes("red") && tag_list.includes("blue"),
    ],
    ["query=haystack", ({ name }: Loose) => name.includes("haystack")],
    ["services=is_empty", ({ services }: Loose) => services.length === 0],
  ])("%s: all listed incidents match, and some but not all are listed", async (query, fits) => {
    const found = await list(query);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(fits)).toBe(true);
    expect((await call("GET", `/v1/incidents?${query}`)).body.pagination.count).toBeLessThan(
      (await call("GET", "/v1/incidents")).body.pagination.count,
    );
  });

  it("filters by service, team and dates", async () => {
    const byService = await list(`services=${service("voucher-service")}`);
    expect(
      byService.every(({ services }) => services.some(({ name }: Loose) => name === "voucher-service")),
    ).toBe(true);
    const byTeam = await list(`assigned_teams=${row("teams", "Payments").id}`);
    expect(
      byTeam.every(({ team_assignments }) =>
        team_assignments.some(({ team }: Loose) => team.name === "Payments"),
      ),
    ).toBe(true);
    const from = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
    const recent = await list(`start_date=${from}`);
    expect(recent.length).toBeGreaterThan(3);
    expect(recent.every(({ started_at }) => started_at >= from)).toBe(true);
  });

  it("has the paging envelope", async () => {
    const { pagination, data } = (await call("GET", "/v1/incidents?page=2&per_page=100")).body;
    expect(pagination).toMatchObject({
      page: 2,
      items: 100,
      prev: 1,
      next: 3,
      pages: Math.ceil(pagination.count / 100),
      last: pagination.pages,
    });
    expect(data).toHaveLength(100);
    expect((await call("GET", "/v1/incidents?per_page=5000")).body.pagination.items).toBe(200);
  });

  it("filters 10,000 incidents fast", async () => {
    const big = practice({ seed: "empty" });
    const template = (await big.call("POST", "/v1/incidents", { name: "First", severity: "SEV1" })).body;
    const { data } = big.sandbox.world.store.find("incidents", template.id)!;
    for (let index = 1; index < 10_000; index += 1) {
      const id = `id-${index}`;
      big.sandbox.world.store.add("incidents", id, {
        ...data,
        id,
        number: index + 1,
        severity: `SEV${(index % 5) + 1}`,
        tag_list: index % 7 ? [] : ["seventh"],
      });
    }
    const path =
      "/v1/incidents?severities=SEV2,SEV3&tags=seventh&status=active&query=first&start_date=2020-01-01";
    const expected = Array.from({ length: 9999 }, (_, at) => at + 1).filter(
      (at) => at % 7 === 0 && [1, 2].includes(at % 5),
    ).length;
    expect((await big.call("GET", path)).body.pagination.count).toBe(expected);
  });
});
