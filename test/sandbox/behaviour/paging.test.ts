import { describe, expect, it } from "vitest";
import { practice } from "../kit/client.js";
import type { Loose } from "../kit/loose.js";
import { sandbox, call, pass, store, row, team, declare } from "./kit.js";

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
