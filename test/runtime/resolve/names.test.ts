import { afterEach, describe, expect, it } from "vitest";
import { fireStub, page, uuid, type FireStub } from "../kit/fire-stub.js";
import { resultOf } from "../kit/stub.js";
import { lists } from "./kit.js";

let stub: FireStub;

afterEach(() => stub?.close());

const count = (path: string) => stub.arrived.filter((request) => request.path === path).length;

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

  it("in lists that are sent as one text, each item as a whole", async () => {
    stub = await fireStub(lists);
    const args = {
      services: ["production-db", uuid(2)],
      teams: ["Payments"],
      functionalities: ["Search, EU"],
    };
    const result = resultOf(
      await stub.call("list_incidents", { ...args, environments: ["is_empty"], limit: 1 }),
    );
    const sent = stub.arrived.find(({ query }) => query.has("services"))!.query;
    expect(Object.fromEntries(sent)).toMatchObject({
      services: `${uuid(1)},${uuid(2)}`,
      teams: uuid(31),
      environments: "is_empty",
      functionalities: uuid(21),
    });
    expect(Object.keys(result.resolved).sort()).toEqual(["functionalities[0]", "services[0]", "teams[0]"]);
  });

  it("that another look-up needs", async () => {
    const policy = { id: uuid(81), name: "Default" };
    stub = await fireStub({
      ...lists,
      [`GET /v1/teams/${uuid(31)}/escalation_policies`]: (request) => page([policy], request),
      [`GET /v1/teams/${uuid(31)}/escalation_policies/${uuid(81)}`]: () => policy,
    });
    const result = resultOf(
      await stub.call("get_team_escalation_policy", { team_id: "Payments", escalation_policy_id: "default" }),
    );
    expect(result).toMatchObject({
      id: uuid(81),
      resolved: { escalation_policy_id: { id: uuid(81) }, team_id: { id: uuid(31) } },
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
