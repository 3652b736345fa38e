import { describe, expect, it } from "vitest";
import { practice } from "./kit/client.js";
import type { Loose } from "./kit/loose.js";

const { sandbox, call, pass } = practice();
const { store } = sandbox.world;
const row = (collection: string, name: string) =>
  store.all(collection).find(({ data }) => data.name === name)!;
const team = row("teams", "Payments");
const declare = async (more: Record<string, unknown> = {}): Promise<Loose> =>
  (await call("POST", "/v1/incidents", { name: "Test incident", severity: "SEV2", ...more })).body;
const pagesOf = (alert: string) => store.children("pages", alert).map(({ data }) => data);

describe("paging", () => {
  it("follows the team's policy step by step, and ends when a person acknowledges", async () => {
    const alert = (
      await call("POST", "/v1/page/signals", {
        summary: "Cards fail",
        target_type: "Team",
        target_id: team.id,
      })
    ).body;
    expect(alert).toMatchObject({
      status: "opened",
      team_name: "Payments",
      signal_target: { type: "Team", name: "Payments" },
    });
    expect(pagesOf(alert.id)).toHaveLength(1);
    const schedule = store.children("teams/on_call_schedules", team.id)[0]!;
    const shown = (await call("GET", `/v1/teams/${team.id}/on_call_schedules/${schedule.id}`)).body;
    const onCall = (await call("GET", `/v1/signals_on_call?team_id=${team.id}`)).body.data[0].current_shift
      .user;
    expect(pagesOf(alert.id)[0]).toMatchObject({ user_id: onCall.id, step: 0, via: "OnCallSchedule" });
    expect(shown.members.map(({ id }: Loose) => id)).toContain(onCall.id);
    pass(301);
    await call("GET", "/v1/ping");
    expect(pagesOf(alert.id).map(({ step }) => step)).toEqual([0, 1]);
    await call("POST", "/__control/acknowledge", { alert_id: alert.id });
    pass(3600);
    expect((await call("GET", `/v1/alerts/${alert.id}`)).body.status).toBe("acknowledged");
    expect(pagesOf(alert.id)).toHaveLength(2);
  });

  it("expires after the last repetition without an answer", async () => {
    const alert = (
      await call("POST", "/v1/page/signals", {
        summary: "Nobody there",
        target_type: "Team",
        target_id: team.id,
      })
    ).body;
    pass(2 * 1800 + 1);
    expect((await call("GET", `/v1/alerts/${alert.id}`)).body).toMatchObject({
      status: "expired",
      is_expired: true,
    });
    // Two rounds of one person on call, the lead, and all four members of the team.
    expect(pagesOf(alert.id)).toHaveLength(12);
  });

  it("refuses an unknown target, and reaches a person directly", async () => {
    expect(
      (await call("POST", "/v1/page/signals", { summary: "x", target_type: "User", target_id: team.id }))
        .status,
    ).toBe(404);
    expect(
      (await call("POST", "/v1/page/signals", { summary: "x", target_type: "Slack", target_id: team.id }))
        .status,
    ).toBe(400);
    const user = store.all("users")[5]!;
    const alert = (
      await call("POST", "/v1/page/signals", { summary: "Direct", target_type: "User", target_id: user.id })
    ).body;
    expect(pagesOf(alert.id).map(({ user_name }) => user_name)).toEqual([user.data.name]);
  });

  it("links an alert to an incident, on both sides", async () => {
    const { id } = await declare();
    const alert = store.all("alerts").at(-1)!;
    expect((await call("POST", `/v1/incidents/${id}/alerts`, [alert.id])).status).toBe(204);
    expect((await call("GET", `/v1/incidents/${id}/alerts`)).body.data[0]).toMatchObject({
      primary: true,
      alert: { id: alert.id },
    });
    expect((await call("GET", `/v1/alerts/${alert.id}`)).body.incidents).toEqual([
      { id, name: "Test incident", number: expect.any(Number) },
    ]);
  });
});

describe("on call", () => {
  it("an override replaces the shifts that it covers", async () => {
    const rotation = store.children("teams/on_call_schedules/rotations", team.id)[0]!;
    const path = `/v1/teams/${team.id}/on_call_schedules/${rotation.parents.schedule_id}/rotations/${rotation.id}`;
    const user = store.all("users")[20]!;
    const now = sandbox.world.now().getTime();
    const body = {
      start_time: new Date(now - 60_000).toISOString(),
      end_time: new Date(now + 3_600_000).toISOString(),
      user_id: user.id,
    };
    expect((await call("POST", `${path}/overrides`, body)).status).toBe(201);
    expect(
      (await call("GET", `/v1/signals_on_call?team_id=${team.id}`)).body.data[0].current_shift.user.id,
    ).toBe(user.id);
    const { shifts } = (await call("GET", path)).body;
    for (let index = 1; index < shifts.length; index += 1)
      expect(shifts[index].start_time).toBe(shifts[index - 1].end_time);
    pass(3700);
    expect(
      (await call("GET", `/v1/signals_on_call?team_id=${team.id}`)).body.data[0].current_shift.user.id,
    ).not.toBe(user.id);
  });
});

describe("retrospectives", () => {
  it("open with the fields of their template, which can be filled in", async () => {
    const { id } = await declare();
    const template = row("retrospective_templates", "Full retrospective");
    const path = `/v1/incidents/${id}/retrospectives`;
    const made = (await call("POST", path, { retrospective_template_id: template.id })).body;
    expect(made.fields.map(({ label }: Loose) => label)).toEqual(
      (template.data.fields as Loose[]).map(({ label }) => label),
    );
    const [what, , how, , group] = made.fields;
    const field = (key: Loose) => `${path}/${made.id}/fields/${key.id}`;
    expect((await call("PATCH", field(what), { value: "The pool ran dry." })).body.value).toBe(
      "The pool ran dry.",
    );
    expect((await call("PATCH", field(how), { value: "by magic" })).status).toBe(422);
    const inputs = (await call("POST", `${field(group)}/inputs`)).body.value;
    const filled = await call("PATCH", field(group), {
      value: "Alert on the pool",
      dynamic_input_field_id: inputs[0].id,
    });
    expect(filled.body.value).toEqual([{ id: inputs[0].id, value: "Alert on the pool" }]);
    expect((await call("POST", `${path}/export_markdown`)).body.markdown).toContain("The pool ran dry.");
  });

  it("of the older kind are one report per incident, with the organisation's questions", async () => {
    const { id } = await declare();
    const made = await call("POST", "/v1/post_mortems/reports", { incident_id: id });
    expect(made.status).toBe(201);
    expect((await call("POST", "/v1/post_mortems/reports", { incident_id: id })).status).toBe(422);
    expect((await call("GET", `/v1/incidents/${id}`)).body.report_id).toBe(made.body.id);
    expect((await call("POST", "/v1/post_mortems/reports", { incident_id: "no such" })).status).toBe(404);
  });
});

describe("slow work", () => {
  it("an audience summary: 202, and a newer one some seconds later", async () => {
    const { id } = await declare();
    const path = `/v1/audiences/${row("audiences", "Executives").id}/summaries/${id}`;
    expect((await call("GET", path)).status).toBe(404);
    expect((await call("POST", path, {})).status).toBe(202);
    expect((await call("GET", path)).status).toBe(404);
    pass(5);
    const first = (await call("GET", path)).body;
    expect(first.content).toContain("Test incident");
    await call("POST", path, {});
    pass(5);
    const second = (await call("GET", path)).body;
    expect(second.id).not.toBe(first.id);
  });

  it("a catalogue: preprocessing, importing, then its services exist; unreadable data fails", async () => {
    const path = `/v1/catalogs/${row("catalogs", "Service catalogue").id}/ingest`;
    const body = {
      encoding: "text/yaml",
      data: "services:\n  - name: loyalty-points\n    description: Counts points.",
    };
    expect((await call("POST", path, body)).body.state).toBe("preprocessing");
    pass(2);
    await call("GET", "/v1/ping");
    expect(row("catalogs", "Service catalogue").data.state).toBe("ready_for_import");
    pass(5);
    const [service] = (await call("GET", "/v1/services?query=loyalty")).body.data;
    expect(service).toMatchObject({ name: "loyalty-points", last_import: { state: "imported" } });
    await call("POST", path, { encoding: "application/json", data: "{" });
    pass(10);
    await call("GET", "/v1/ping");
    expect(row("catalogs", "Service catalogue").data.state).toBe("failed");
  });

  it("a stuck catalogue stays in its state", async () => {
    await call("GET", `/v1/catalogs/${row("catalogs", "Legacy catalogue").id}/refresh`);
    pass(600);
    await call("GET", "/v1/ping");
    expect(row("catalogs", "Legacy catalogue").data.state).toBe("preprocessing");
  });

  it("a runbook: automatic steps run by themselves, a step for a person waits", async () => {
    const { id } = await declare();
    const body = { execute_for: `incident/${id}`, runbook_id: row("runbooks", "Payment failures").id };
    const run = (await call("POST", "/v1/runbooks/executions", body)).body;
    const states = () =>
      (store.find("runbooks/executions", run.id)!.data.steps as Loose[]).map(
        ({ execution }) => execution.state,
      );
    expect(states()).toEqual(["started", "pending", "pending"]);
    pass(10);
    const waiting = (await call("GET", `/v1/runbooks/executions/${run.id}`)).body;
    expect(states()).toEqual(["completed", "completed", "pending"]);
    expect(waiting.status).toBe("running");
    const step = [waiting.steps].flat()[0];
    expect(step.execution.state).toBe("pending");
    const done = await call("PUT", `/v1/runbooks/executions/${run.id}/steps/${step.id}`, {
      state: "completed",
    });
    expect(done.body.status).toBe("completed");
    expect(
      (await call("PUT", `/v1/runbooks/executions/${run.id}/steps/${step.id}`, { state: "finished" })).status,
    ).toBe(422);
  });
});

describe("metrics", () => {
  it("are computed from the sandbox's own incidents", async () => {
    const fresh = practice({ seed: "empty" });
    const start = sandbox.world.now().getTime();
    const at = (minutes: number) => new Date(start - (600 - minutes) * 60_000).toISOString();
    const milestones = (resolved: number) => [
      { type: "started", occurred_at: at(0) },
      { type: "detected", occurred_at: at(1) },
      { type: "acknowledged", occurred_at: at(5) },
      { type: "mitigated", occurred_at: at(20) },
      { type: "resolved", occurred_at: at(resolved) },
    ];
    for (const resolved of [30, 90])
      await fresh.call("POST", "/v1/incidents", {
        name: "Measured",
        severity: "SEV1",
        milestones: milestones(resolved),
      });
    const day = (offset: number) => new Date(start + offset * 86_400_000).toISOString().slice(0, 10);
    const query = `start_date=${day(-2)}&end_date=${day(1)}&group_by=severities`;
    const parameters = new Set(["group_by", "group_by[]"]);
    const name = fresh.sandbox.world.contract.operations
      .get("GET /v1/metrics/mttx")!
      .parameters.find((parameter) => parameters.has(parameter.name))?.name;
    const reply = await fresh.call(
      "GET",
      `/v1/metrics/mttx?${name ? query.replace("group_by", encodeURIComponent(name)) : query.replace("&group_by=severities", "")}`,
    );
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    if (name)
      expect(reply.body.data[0]).toMatchObject({ count: 2, mttd: 60, mtta: 300, mttm: 1200, mttr: 3600 });
    const report = (await fresh.call("GET", `/v1/reports/mean_time?start_date=${day(-2)}`)).body;
    const totals = report.data
      .flatMap(({ points }: Loose) => points)
      .filter(({ key }: Loose) => key === "count");
    expect(totals.reduce((sum: number, { value }: Loose) => sum + value, 0)).toBe(2);
    const total = (
      await fresh.call("GET", `/v1/metrics/incidents?bucket_size=all_time&by=severity&start_date=${day(-2)}`)
    ).body;
    expect(total.buckets[0].SEV1).toMatchObject({ count: 2, mttr: 3600 });
  });

  it("archived incidents do not count, and fewer incidents mean more healthiness", async () => {
    const path = `/v1/metrics/services/${row("services", "Production-DB").id}`;
    const before = (await call("GET", path)).body;
    const impacts = [
      {
        type: "service",
        id: row("services", "Production-DB").id,
        condition_id: store.all("severity_matrix/conditions")[0]!.id,
      },
    ];
    const { id } = await declare({ impacts });
    expect((await call("GET", path)).body.count).toBe(before.count + 1);
    await call("DELETE", `/v1/incidents/${id}`);
    expect((await call("GET", path)).body.count).toBe(before.count);
    expect((await call("GET", "/v1/metrics/services/none")).status).toBe(404);
  });
});
