import { beforeAll, describe, expect, it } from "vitest";
import { practice, type Reply } from "../kit/client.js";
import type { Loose } from "../kit/loose.js";
import { sandbox, call, row, service, declare } from "./kit.js";

const condition = (name: string) => row("severity_matrix/conditions", name).id;

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
