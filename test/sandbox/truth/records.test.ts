import { describe, expect, it } from "vitest";
import { practice } from "../kit/client.js";
import type { Loose } from "../kit/loose.js";
import { call, store, row } from "./kit.js";

describe("catalogue and maintenance", () => {
  it("owner: null removes a service's owner", async () => {
    const { id } = row("services", "Production-DB");
    expect((await call("PATCH", `/v1/services/${id}`, { owner: null })).body.owner ?? null).toBeNull();
  });

  it("a maintenance names its components, conditions and status pages", async () => {
    const page = store.all("nunc_connections")[0]!;
    const condition = store.all("severity_matrix/conditions")[0]!;
    const service = row("services", "Production-DB");
    const body = {
      name: "Move",
      starts_at: "2030-01-01T00:00:00Z",
      ends_at: "2030-01-01T01:00:00Z",
      impacts: [{ id: service.id, type: "service", condition_id: condition.id }],
      status_pages: [{ connection_id: page.id, integration_slug: "nunc" }],
    };
    const made = (await call("POST", "/v1/scheduled_maintenances", body)).body;
    expect(made).toMatchObject({
      impacts: [
        { type: "service", impact: { name: "Production-DB" }, condition: { name: condition.data.name } },
      ],
      status_pages: [{ id: page.id, integration_id: page.id, integration_name: page.data.title }],
    });
  });

  it("runs of runbooks name their incident", async () => {
    const incident = (await call("POST", "/v1/incidents", { name: "With a run" })).body;
    const runbook_id = row("runbooks", "Payment failures").id;
    await call("POST", "/v1/runbooks/executions", { execute_for: `incident/${incident.id}`, runbook_id });
    const runs = (await call("GET", "/v1/runbooks/executions?per_page=200")).body.data as Loose[];
    expect(runs.filter(({ executed_for }) => executed_for.id === incident.id)).toHaveLength(1);
  });
});

describe("incident metrics", () => {
  const fresh = practice({ seed: "empty" });
  const declare = (severity: string): Promise<Loose> =>
    fresh.call("POST", "/v1/incidents", { name: `A ${severity}`, severity });
  const keys = async (query: string): Promise<string[]> =>
    (await fresh.call("GET", `/v1/metrics/incidents?by=severity&${query}`)).body.keys;

  it("rank the groups, apply sort_limit, and skip practice incidents", async () => {
    for (const severity of ["SEV1", "SEV2", "SEV2", "SEV3", "SEV3", "SEV3", "GAMEDAY"])
      await declare(severity);
    expect(await keys("sort_field=count&sort_direction=desc")).toEqual(["SEV3", "SEV2", "SEV1"]);
    expect(await keys("sort_field=count&sort_direction=asc&sort_limit=2")).toEqual(["SEV1", "SEV2"]);
    const { buckets } = (
      await fresh.call("GET", "/v1/metrics/incidents?by=severity&bucket_size=all_time&sort_limit=1")
    ).body;
    expect(Object.keys(buckets[0])).toEqual(["bucket", "SEV3"]);
  });
});
