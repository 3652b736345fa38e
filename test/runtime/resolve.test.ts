import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { api } from "../../generated/firehydrant/index.js";
import type { Lookups } from "../../runtime/contract/lookups.js";
import { fireStub, page, Status, uuid, type FireStub, type Reply } from "./kit/fire-stub.js";
import { slidingWindow } from "./kit/sliding-window.js";
import { resultOf } from "./kit/stub.js";

let stub: FireStub;
afterEach(() => stub?.close());

const services = [
  { id: uuid(1), name: "Production-DB", slug: "production-db" },
  { id: uuid(2), name: "Payments API", slug: "payments-api" },
  { id: uuid(3), name: "Checkout", slug: "checkout-web", owner: { id: uuid(31), name: "Payments" } },
  { id: uuid(4), name: "Checkout", slug: "checkout-mobile", owner: null },
];
const environments = [{ id: uuid(11), name: "Production", slug: "production" }];
const functionalities = [{ id: uuid(21), name: "Search, EU", slug: "search-eu" }];
const teams = [
  { id: uuid(31), name: "Payments", slug: "payments" },
  { id: uuid(32), name: "Platform", slug: "platform" },
];
const severities = [{ slug: "SEV1" }, { slug: "SEV2" }, { slug: "UNSET" }];
const incidents = Array.from({ length: 450 }, (_, index) => {
  const number = 450 - index;
  return { id: uuid(1000 + number), number, name: `Incident ${number}` };
});

const lists: Record<string, Reply> = {
  "GET /v1/services": (request) => page(services, request),
  "GET /v1/environments": (request) => page(environments, request),
  "GET /v1/functionalities": (request) => page(functionalities, request),
  "GET /v1/teams": (request) => page(teams, request),
  "GET /v1/severities": (request) => page(severities, request),
  "GET /v1/severity_matrix/conditions": () => [{ id: uuid(41), name: "Unavailable" }],
  "GET /v1/incidents": (request) => page(incidents, request),
  "POST /v1/incidents": ({ body }) => ({ id: uuid(99), number: 451, ...(body as object) }),
};

const count = (path: string) => stub.arrived.filter((request) => request.path === path).length;
const gets = () => stub.arrived.filter(({ method }) => method === "GET").length;

describe("a name becomes an id", () => {
  it("in plain, listed and nested arguments, and the result says so", async () => {
    stub = await fireStub(lists);
    const result = resultOf(
      await stub.call("create_incident", {
        name: "Database down",
        severity: "sev1",
        team_ids: ["payments", uuid(32)],
        impacts: [
          { type: "service", id: "production-DB", condition_id: "unavailable" },
          { type: "environment", id: "production", condition_id: uuid(41) },
        ],
      }),
    );
    expect(stub.writes()[0]!.body).toEqual({
      name: "Database down",
      severity: "SEV1",
      team_ids: [uuid(31), uuid(32)],
      impacts: [
        { type: "service", id: uuid(1), condition_id: uuid(41) },
        { type: "environment", id: uuid(11), condition_id: uuid(41) },
      ],
    });
    expect(result.resolved).toEqual({
      severity: { given: "sev1", id: "SEV1", name: "SEV1" },
      "team_ids[0]": { given: "payments", id: uuid(31), name: "Payments" },
      "impacts[0].id": { given: "production-DB", id: uuid(1), name: "Production-DB" },
      "impacts[0].condition_id": { given: "unavailable", id: uuid(41), name: "Unavailable" },
      "impacts[1].id": { given: "production", id: uuid(11), name: "Production" },
    });
  });

  it("by the argument that names its type", async () => {
    const schedule = { id: uuid(51), name: "Payments" };
    stub = await fireStub({
      ...lists,
      "GET /v1/signals_on_call": () => ({ data: [schedule] }),
      "GET /v1/users": (request) =>
        page([{ id: uuid(61), name: "Jo Doe", email: "jo@example.com" }], request),
      "POST /v1/page/signals": () => ({ id: uuid(71) }),
    });
    const target = async (target_type: string, target_id: string) => {
      await stub.call("create_page", { summary: "Down", target_type, target_id });
      return (stub.writes().at(-1)!.body as { target_id: string }).target_id;
    };
    expect(await target("Team", "Payments")).toBe(uuid(31));
    expect(await target("OnCallSchedule", "Payments")).toBe(uuid(51));
    expect(await target("User", "JO@example.com")).toBe(uuid(61));
    expect(count("/v1/teams")).toBe(1);
  });

  it.each([["402"], ["#402"], ["# 402"]])("by an incident's number %s, on any page", async (number) => {
    stub = await fireStub({
      ...lists,
      [`GET /v1/incidents/${uuid(1402)}`]: () => ({ id: uuid(1402), number: 402 }),
    });
    const result = resultOf(await stub.call("get_incident", { incident_id: number }));
    expect(result.resolved).toEqual({
      incident_id: { given: number, id: uuid(1402), name: "#402 Incident 402" },
    });
    expect(count("/v1/incidents")).toBe(1);
  });

  it("on the third page of a list, and never later", async () => {
    stub = await fireStub({ ...lists, [`GET /v1/incidents/${uuid(1007)}`]: () => ({ id: uuid(1007) }) });
    await stub.call("get_incident", { incident_id: "7" });
    expect(stub.arrived.map(({ path, query }) => [path, query.get("page")])).toEqual([
      ["/v1/incidents", null],
      ["/v1/incidents", "2"],
      ["/v1/incidents", "3"],
      [`/v1/incidents/${uuid(1007)}`, null],
    ]);
  });

  it("by the list's own filter, if the list is long", async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => ({ id: uuid(index), name: `Service ${index}` }));
    stub = await fireStub({
      "GET /v1/services": (request) => {
        const name = request.query.get("name");
        return page(name === null ? many : many.filter((one) => one.name.includes(name)), request);
      },
      [`GET /v1/services/${uuid(2_900)}`]: () => ({ id: uuid(2_900) }),
    });
    const result = resultOf(await stub.call("get_service", { service_id: "Service 2900" }));
    expect(result.resolved.service_id.id).toBe(uuid(2_900));
    expect(count("/v1/services")).toBe(2);
  });

  it.each([
    ["create_incident_team_assignment", "team_id", "Payments team"],
    ["create_incident_team_assignment", "team_id", "team payments"],
    ["create_incident_team_assignment", "incident_id", "incident 302"],
    ["create_incident_team_assignment", "incident_id", "#302"],
    ["create_incident_team_assignment", "incident_id", "Incident #302"],
  ])("%s: %s may be %j if only one record matches", async (tool, argument, given) => {
    stub = await fireStub({
      "GET /v1/teams": (request) =>
        page(
          [
            { id: uuid(1), name: "Payments" },
            { id: uuid(2), name: "Checkout" },
          ],
          request,
        ),
      "GET /v1/incidents": (request) => page([{ id: uuid(3), number: 302, name: "Slow" }], request),
      [`POST /v1/incidents/${uuid(3)}/team_assignments`]: () => ({}),
    });
    const args = { team_id: uuid(1), incident_id: uuid(3), [argument]: given };
    const result = resultOf(await stub.call(tool, args));
    expect(result.resolved[argument]).toMatchObject({
      given,
      id: argument === "team_id" ? uuid(1) : uuid(3),
    });
  });

  it("by an exact name rather than by a similar one", async () => {
    const teams = [
      { id: uuid(1), name: "Payments" },
      { id: uuid(2), name: "Payments team" },
    ];
    stub = await fireStub({
      "GET /v1/teams": (request) => page(teams, request),
      [`GET /v1/teams/${uuid(2)}`]: () => ({ id: uuid(2) }),
    });
    const result = resultOf(await stub.call("get_team", { team_id: "payments team" }));
    expect(result.resolved.team_id.id).toBe(uuid(2));
  });

  it("slugs with a space: SEV 2 is SEV2", async () => {
    stub = await fireStub({
      "GET /v1/severities": (request) => page([{ slug: "SEV1" }, { slug: "SEV2" }], request),
      "POST /v1/incidents": () => ({ id: uuid(9) }),
    });
    await stub.call("create_incident", { name: "x", severity: "SEV 2" });
    expect(stub.writes()[0]!.body).toMatchObject({ severity: "SEV2" });
  });

  it("by a team's default escalation policy, when the team is paged", async () => {
    const policy = { id: uuid(7), name: "Payments escalation" };
    stub = await fireStub({
      "GET /v1/teams": (request) =>
        page([{ id: uuid(1), name: "Payments", default_signals_escalation_policy: policy }], request),
      "POST /v1/page/signals": () => ({ id: uuid(8) }),
    });
    const target = { target_type: "EscalationPolicy", target_id: "Payments escalation" };
    await stub.call("create_page", { summary: "x", ...target });
    expect(stub.writes()[0]!.body).toMatchObject({ target_id: uuid(7) });
  });

  it("in comma-separated filters, next to ids and the filter's own words", async () => {
    stub = await fireStub(lists);
    const result = resultOf(
      await stub.call("list_incidents", {
        services: `production-db, ${uuid(2)}`,
        teams: "Payments,platform",
        environments: "is_empty",
        functionalities: "Search, EU",
        severities: "SEV1,SEV2",
        tags: "anything goes, #1",
        limit: 1,
      }),
    );
    const sent = stub.arrived.find(
      ({ path, query }) => path === "/v1/incidents" && query.has("services"),
    )!.query;
    expect(Object.fromEntries(sent)).toMatchObject({
      services: `${uuid(1)},${uuid(2)}`,
      teams: `${uuid(31)},${uuid(32)}`,
      environments: "is_empty",
      functionalities: uuid(21),
      severities: "SEV1,SEV2",
      tags: "anything goes, #1",
    });
    expect(Object.keys(result.resolved)).toEqual(["functionalities", "services[0]", "teams[0]", "teams[1]"]);
    expect(count("/v1/environments") + count("/v1/incident_tags")).toBe(0);
  });

  it("that another look-up needs", async () => {
    const policy = { id: uuid(81), name: "Default" };
    stub = await fireStub({
      ...lists,
      [`GET /v1/teams/${uuid(31)}/escalation_policies`]: (request) => page([policy], request),
      [`GET /v1/teams/${uuid(31)}/escalation_policies/${uuid(81)}`]: () => policy,
    });
    const result = resultOf(
      await stub.call("get_team_escalation_policy", { team_id: "Payments", id: "default" }),
    );
    expect(result).toMatchObject({
      id: uuid(81),
      resolved: { id: { id: uuid(81) }, team_id: { id: uuid(31) } },
    });
  });

  it("in the form that the argument requires", async () => {
    stub = await fireStub({ ...lists, "GET /v1/infrastructures": () => ({ data: [] }) });
    await stub.call("list_infrastructures", { omit_for: "#450" });
    await stub.call("list_infrastructures", { omit_for: `incident/${uuid(7)}` });
    const sent = stub.arrived
      .filter(({ path }) => path === "/v1/infrastructures")
      .map(({ query }) => query.get("omit_for"));
    expect(sent).toEqual([`incident/${uuid(1450)}`, `incident/${uuid(7)}`]);
    expect(count("/v1/incidents")).toBe(1);
  });
});

describe("no look-up", () => {
  it("for ids, which are sent unchanged", async () => {
    stub = await fireStub({ [`GET /v1/incidents/${uuid(0xa).toUpperCase()}`]: () => ({ id: "x" }) });
    expect(resultOf(await stub.call("get_incident", { incident_id: uuid(0xa).toUpperCase() }))).toEqual({
      id: "x",
    });
    expect(stub.arrived).toHaveLength(1);
  });

  it("with resolve_names: false", async () => {
    stub = await fireStub(lists);
    const outcome = await stub.call("create_incident", { name: "x", severity: "sev1", resolve_names: false });
    expect(resultOf(outcome).resolved).toBeUndefined();
    expect(stub.arrived.map(({ body }) => body)).toEqual([{ name: "x", severity: "sev1" }]);
  });

  it("on a server with resolve_names off", async () => {
    stub = await fireStub(lists, { resolveNames: false });
    await stub.call("create_incident", { name: "x", severity: "sev1" });
    expect(stub.arrived).toHaveLength(1);
  });

  it("with a tool that the client may not call", async () => {
    stub = await fireStub(lists, { view: { selection: { allow: ["create_incident", "list_teams"] } } });
    await stub.call("create_incident", { name: "x", severity: "sev1", team_ids: ["Payments"] });
    expect(stub.writes()[0]!.body).toEqual({ name: "x", severity: "sev1", team_ids: [uuid(31)] });
    expect(count("/v1/severities")).toBe(0);
  });

  it("if the list needs arguments that the call does not have", async () => {
    stub = await fireStub({
      ...lists,
      [`PATCH /v1/signals/call_routes/${uuid(1)}`]: () => ({ id: uuid(1) }),
    });
    const target = { type: "EscalationPolicy", id: "Default" };
    await stub.call("update_call_route", { id: uuid(1), target });
    expect(stub.writes()[0]!.body).toMatchObject({ target });
  });
});

describe("nothing is written", () => {
  const refused = async (args: object) => {
    const outcome = await stub.call("create_incident", { name: "x", ...args });
    expect(outcome.fault).toBeDefined();
    expect(stub.writes()).toEqual([]);
    return resultOf(outcome).error;
  };

  it("if a name matches several records: they are listed with their ids", async () => {
    stub = await fireStub(lists);
    const error = await refused({ impacts: [{ type: "service", id: "checkout", condition_id: uuid(41) }] });
    expect(error).toMatchObject({ kind: "invalid_arguments", arguments: [{ argument: "impacts[0].id" }] });
    expect(error.message).toContain("Nothing was sent");
    const [{ message }] = error.arguments;
    expect(message).toBe(
      `"checkout" names 2 things in list_services: Checkout / checkout-web (${uuid(3)}, of Payments), Checkout / checkout-mobile (${uuid(4)})`,
    );
  });

  it("if two status pages of different kinds have the name: both are listed with kind and id", async () => {
    const title = "Shop status";
    stub = await fireStub({
      "GET /v1/nunc_connections": () => ({ data: [{ id: uuid(61), title }] }),
      "GET /v1/integrations/statuspage/connections": (request) =>
        page([{ id: uuid(62), page_name: title }], request),
    });
    const status_pages = [{ id: title, integration_slug: "nunc" }];
    const outcome = await stub.call("update_incident_impact", { incident_id: uuid(1), status_pages });
    const [{ argument, message }] = resultOf(outcome).error.arguments;
    expect(argument).toBe("status_pages[0].id");
    expect(message).toBe(
      `"Shop status" names 2 things in list_hosted_status_pages or list_statuspage_connections: Shop status (page ${uuid(61)}), Shop status (connection ${uuid(62)})`,
    );
    expect(stub.writes()).toEqual([]);
  });

  it("if a name matches nothing: the five nearest are listed, those that contain it first", async () => {
    const many = ["Alpha", "Payments EU", "Paiments", "Omega", "Parents", "Beta", "Gamma"];
    stub = await fireStub({
      ...lists,
      "GET /v1/teams": (request) =>
        page(
          many.map((name, index) => ({ id: uuid(index), name })),
          request,
        ),
    });
    const { arguments: faults, next } = await refused({ team_ids: ["payments"] });
    expect(faults).toHaveLength(1);
    expect(faults[0].message).toMatch(
      /^"payments" is not in list_teams; nearest: Payments EU \(.*\), Paiments \(.*\), Parents \(.*\), [^,]+, [^,]+$/,
    );
    expect(next).toContain("resolve_names: false");
  });

  it("and all wrong names are reported at once", async () => {
    stub = await fireStub(lists);
    const { arguments: faults } = await refused({
      severity: "catastrophic",
      team_ids: ["Payments", "Nobody"],
      impacts: [{ type: "environment", id: "Mars", condition_id: "Unavailable" }],
    });
    expect(faults.map(({ argument }: { argument: string }) => argument)).toEqual([
      "impacts[0].id",
      "severity",
      "team_ids[1]",
    ]);
  });

  it("if the search stopped before the end of the list, which is reported", async () => {
    const endless = Array.from({ length: 2_500 }, (_, index) => ({
      id: uuid(index),
      name: `Runbook ${index}`,
    }));
    stub = await fireStub({
      ...lists,
      "GET /v1/runbooks": (request) => page(request.query.has("name") ? [] : endless, request),
    });
    const { arguments: faults } = await refused({ runbook_ids: ["Runbook 2400"] });
    expect(faults[0].message).toContain("as far as its first 2000 of 2500 were searched");
    expect(count("/v1/runbooks")).toBe(10 + 1);
  });

  it("if the look-up fails, which is reported", async () => {
    stub = await fireStub({ ...lists, "GET /v1/teams": () => new Status(403, { detail: "no" }) });
    const error = await refused({ team_ids: ["Payments"] });
    expect(error).toMatchObject({
      kind: "permission",
      status: 403,
      arguments: [{ argument: "team_ids[0]" }],
    });
    expect(error.message).toMatch(/could not be looked up in list_teams.*Nothing was sent/);
    expect(error.may_have_happened).toBeUndefined();
  });

  it("and hidden parts of the list are not shown", async () => {
    const odd = [{ id: uuid(1), name: `Pay\u202ements fhb-${"a".repeat(32)} ${"x".repeat(300)}` }];
    stub = await fireStub({ ...lists, "GET /v1/teams": (request) => page(odd, request) });
    const { arguments: faults } = await refused({ team_ids: ["Pay"] });
    expect(faults[0].message).not.toMatch(/\u202e|fhb-a/);
    expect(faults[0].message.length).toBeLessThan(300);
  });
});

it("a slug is sent unchanged if its list cannot be read, because the write may be urgent", async () => {
  stub = await fireStub({ ...lists, "GET /v1/severities": () => new Status(500) });
  await stub.call("create_incident", { name: "x", severity: "SEV1" });
  expect(stub.writes()[0]!.body).toEqual({ name: "x", severity: "SEV1" });
});

describe("look-ups", () => {
  it("run in parallel, one for each kind", async () => {
    let open = 0;
    let most = 0;
    const slow =
      (reply: Reply): Reply =>
      async (request, incoming) => {
        most = Math.max(most, ++open);
        await sleep(50);
        open -= 1;
        return reply(request, incoming);
      };
    const slowed = Object.fromEntries(Object.entries(lists).map(([route, reply]) => [route, slow(reply)]));
    stub = await fireStub(slowed);
    await stub.call("create_incident", {
      name: "x",
      severity: "sev1",
      team_ids: ["Payments", "Platform", "payments"],
      impacts: [{ type: "service", id: "Production-DB", condition_id: "Unavailable" }],
    });
    expect(most).toBe(4);
    expect(gets()).toBe(4);
  });

  it("are cached for the account, and shared by simultaneous calls", async () => {
    stub = await fireStub(lists);
    const declare = () => stub.call("create_incident", { name: "x", team_ids: ["Payments"] });
    await Promise.all([declare(), declare(), declare()]);
    await declare();
    expect(gets()).toBe(1);
    expect(stub.writes()).toHaveLength(4);
  });

  it("continue for the other callers when one disconnects", async () => {
    stub = await fireStub({
      ...lists,
      "GET /v1/teams": async (request) => (await sleep(100), page(teams, request)),
    });
    const gone = new AbortController();
    const first = stub.call(
      "create_incident",
      { name: "x", team_ids: ["Payments"] },
      { signal: gone.signal },
    );
    await sleep(30);
    const second = stub.call("create_incident", { name: "y", team_ids: ["Payments"] });
    await sleep(30);
    gone.abort();
    expect(resultOf(await first).error.kind).toBe("cancelled");
    expect(resultOf(await second).resolved).toBeDefined();
    expect(stub.writes().map(({ body }) => (body as { name: string }).name)).toEqual(["y"]);
    expect(gets()).toBe(1);
  });

  it("are aborted if no caller waits any more", async () => {
    let broken: Promise<unknown> | undefined;
    stub = await fireStub({
      "GET /v1/teams": (_, incoming) => {
        broken = new Promise((resolve) => incoming.socket.once("close", resolve));
        return broken;
      },
    });
    const gone = new AbortController();
    const call = stub.call("create_incident", { name: "x", team_ids: ["Payments"] }, { signal: gone.signal });
    await sleep(50);
    gone.abort();
    expect(resultOf(await call).error.kind).toBe("cancelled");
    await broken;
  });

  it("find records that were created after the list was read", async () => {
    const known = [...teams];
    stub = await fireStub({ ...lists, "GET /v1/teams": (request) => page(known, request) });
    await stub.call("create_incident", { name: "x", team_ids: ["Payments"] });
    known.push({ id: uuid(33), name: "Newcomers", slug: "newcomers" });
    await sleep(2_100);
    const result = resultOf(await stub.call("create_incident", { name: "x", team_ids: ["Newcomers"] }));
    expect(result.resolved["team_ids[0]"].id).toBe(uuid(33));
  });

  it("find records that the account itself created at once", async () => {
    const known = [...teams];
    stub = await fireStub({
      ...lists,
      "GET /v1/teams": (request) => page(known, request),
      "POST /v1/teams": ({ body }) => {
        known.push({ id: uuid(33), slug: "newcomers", ...(body as { name: string }) });
        return known.at(-1);
      },
    });
    await stub.call("create_incident", { name: "x", team_ids: ["Payments"] });
    await stub.call("create_team", { name: "Newcomers" });
    const result = resultOf(await stub.call("create_incident", { name: "x", team_ids: ["Newcomers"] }));
    expect(result.resolved["team_ids[0]"].id).toBe(uuid(33));
    // Known names need no further look-up.
    await stub.call("create_incident", { name: "x", team_ids: ["Payments"] });
    expect(count("/v1/teams")).toBe(3);
  });

  it("stay within the account's rate limit", async () => {
    const pacing = { limit: 2, windowMs: 400 };
    const admits = slidingWindow(pacing);
    const limited = Object.entries(lists).map(([route, reply]): [string, Reply] => [
      route,
      (...request) => (admits() ? reply(...request) : new Status(429)),
    ]);
    stub = await fireStub(Object.fromEntries(limited), { account: { pacing } });
    await stub.call("create_incident", {
      name: "x",
      severity: "sev1",
      team_ids: ["Payments"],
      impacts: [{ type: "service", id: "Production-DB", condition_id: "Unavailable" }],
    });
    expect(stub.arrived).toHaveLength(5);
    expect(admits.refused()).toBe(0);
  });
});

describe("advice", () => {
  it("names the tool that lists valid ids, for an unknown id", async () => {
    stub = await fireStub({});
    const { error } = resultOf(await stub.call("get_service", { service_id: uuid(5) }));
    expect(error).toMatchObject({ kind: "not_found", next: expect.stringContaining("list_services") });
  });

  it("names the tool that shows whether a write was done", async () => {
    stub = await fireStub({ ...lists, "POST /v1/incidents": () => new Status(502) });
    const { error } = resultOf(await stub.call("create_incident", { name: "x" }));
    expect(error).toMatchObject({
      may_have_happened: true,
      next: expect.stringContaining("check with list_incidents"),
    });
  });

  it("names no tool that the client does not have", async () => {
    stub = await fireStub({}, { view: { selection: { allow: ["get_service", "create_incident"] } } });
    expect(resultOf(await stub.call("get_service", { service_id: uuid(5) })).error.next).not.toContain(
      "list_services",
    );
    expect(resultOf(await stub.call("create_incident", { name: "x" })).error.next ?? "").not.toContain(
      "list_incidents",
    );
  });
});

describe("lookups.json", async () => {
  const lookups: Lookups = await api.lookups!();
  const sources = Object.entries(lookups.kinds).flatMap(([kind, { from }]) =>
    from.map((source) => ({ kind, ...source })),
  );
  const argumentsOf = (tool: string) =>
    Object.keys(api.catalogue.tools.find(({ name }) => name === tool)!.inputSchema.properties);

  it("names only existing sources that read, with arguments that they accept", async () => {
    for (const { tool, needs = [], filter } of sources) {
      const module = await api.load(tool);
      expect(module.annotations.readOnlyHint, tool).toBe(true);
      expect(argumentsOf(tool), tool).toEqual(
        expect.arrayContaining([...needs, ...(filter === undefined ? [] : [filter])]),
      );
    }
  });

  it("has matching name fields for every source of a kind", () => {
    for (const { kind, from } of Object.values(lookups.kinds).map(({ from }, index) => ({
      kind: Object.keys(lookups.kinds)[index],
      from,
    }))) {
      const named = from.filter(({ match }) => match !== undefined);
      expect([0, from.length], kind).toContain(named.length);
    }
    expect(new Set(sources.filter(({ match }) => match).map(({ kind }) => kind)).size).toBeGreaterThan(70);
  });

  it("has a kind for each argument, and what its sources need from the call", () => {
    for (const [tool, entries] of Object.entries(lookups.tools)) {
      for (const [path, entry] of Object.entries(entries)) {
        const { kind, by, with: given = {} } = typeof entry === "string" ? { kind: entry } : entry;
        expect(lookups.kinds[kind], `${tool} ${path}`).toBeDefined();
        expect(argumentsOf(tool), path).toEqual(
          expect.arrayContaining(
            [path, ...(by === undefined ? [] : [by]), ...Object.values(given)].map((name) =>
              name.replace(/[[.].*$/, ""),
            ),
          ),
        );
        expect(Object.values(given), `${tool} ${path} needs itself`).not.toContain(path);
      }
    }
  });

  it("has a source for each value of a deciding argument, except customers", async () => {
    const strays: string[] = [];
    for (const [tool, entries] of Object.entries(lookups.tools)) {
      for (const entry of Object.values(entries)) {
        if (typeof entry === "string" || entry.by === undefined) continue;
        const kept = lookups.kinds[entry.kind]!.from.flatMap(({ is = [] }) => is);
        for (const value of choicesAt(tool, entry.by)) {
          const isKept = kept.some((one) => singular(one) === singular(value));
          if (!isKept) strays.push(value);
        }
      }
    }
    expect([...new Set(strays)]).toEqual(["customers"]);
  });

  it("has no two arguments that need each other", () => {
    for (const [tool, entries] of Object.entries(lookups.tools)) {
      const needs = (path: string): string[] => {
        const entry = entries[path];
        return typeof entry === "object" ? Object.values(entry.with ?? {}) : [];
      };
      const walk = (path: string, above: readonly string[]): void => {
        expect(above, tool).not.toContain(path);
        for (const next of needs(path)) walk(next, [...above, path]);
      };
      for (const path of Object.keys(entries)) walk(path, []);
    }
  });

  type Schema = { properties?: Record<string, Schema>; items?: Schema; enum?: string[] };

  function choicesAt(tool: string, path: string): readonly string[] {
    let schema = api.catalogue.tools.find(({ name }) => name === tool)!.inputSchema as unknown as
      Schema | undefined;
    for (const step of path.split(".")) {
      schema = schema?.properties?.[step.replace("[]", "")];
      if (step.endsWith("[]")) schema = schema?.items;
    }
    return schema?.enum ?? [];
  }

  function singular(word: string): string {
    return word.toLowerCase().replace(/ies$/, "y").replace(/s$/, "");
  }
});

describe("a missing argument", () => {
  it("names the few values that it takes, with their ids", async () => {
    stub = await fireStub(lists);
    const { error } = resultOf(
      await stub.call("create_incident", {
        name: "Down",
        impacts: [{ type: "service", id: "Payments API" }],
      }),
    );
    expect(error.arguments).toEqual([
      { argument: "impacts[0].condition_id", message: `is required; it takes Unavailable (${uuid(41)})` },
    ]);
    expect(stub.writes()).toEqual([]);
  });

  it("leaves the count of all faults as it is, and reads no list, where a call has many", async () => {
    stub = await fireStub(lists);
    const impacts = [{ type: "service", id: "Payments API" }];
    const unknown = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`x${at}`, 1]));
    const { error } = resultOf(await stub.call("create_incident", { name: "Down", impacts, ...unknown }));
    expect(error.message).toBe("151 arguments are at fault.");
    expect(gets()).toBe(0);
  });

  it("is refused as ever where the list is long, can't be read, or names aren't looked up", async () => {
    const impacts = [{ type: "service", id: "Payments API" }];
    const plain = [{ argument: "impacts[0].condition_id", message: "is required" }];
    const long = Array.from({ length: 8 }, (_, at) => ({ id: uuid(60 + at), name: `Condition ${at}` }));
    const path = "GET /v1/severity_matrix/conditions";
    for (const [answers, more] of [
      [{ ...lists, [path]: () => long }, {}],
      [{ ...lists, [path]: () => new Status(500) }, {}],
      [lists, { resolve_names: false }],
    ] as const) {
      stub = await fireStub(answers);
      const outcome = await stub.call("create_incident", { name: "Down", impacts, ...more });
      expect(resultOf(outcome).error.arguments).toEqual(plain);
      await stub.close();
    }
  });
});
