import { afterEach, describe, expect, it } from "vitest";
import { fireStub, page, Status, uuid, type FireStub } from "../kit/fire-stub.js";
import { resultOf } from "../kit/stub.js";
import { lists } from "./kit.js";

let stub: FireStub;

afterEach(() => stub?.close());

const count = (path: string) => stub.arrived.filter((request) => request.path === path).length;

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
