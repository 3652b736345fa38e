import { describe, expect, it } from "vitest";
import type { Loose } from "../kit/loose.js";
import { call, store, team, user } from "./kit.js";

describe("CEL", () => {
  const sample = {
    summary: "CPU high",
    level: "ERROR",
    tags: ["prod", "team:payments"],
    annotations: { zone: "a" },
  };
  const debug = (expression: string, signals: unknown[] = [sample]): Promise<Loose> =>
    call("POST", "/v1/signals/debugger", { expression, signals });

  it.each([
    ["signal.summary.contains('CPU')", true],
    ["signal.summary.startsWith('Disk')", false],
    ["signal.level == 'ERROR' && 'prod' in signal.tags", true],
    ["signal.tags.exists(tag, tag == 'team:payments')", true],
    ["signal.annotations['zone'] == 'b'", false],
    ["signal.summary.matches('^C.*high$')", true],
    ["has(signal.body)", false],
    ["signal.body == 'missing'", false],
  ])("%s is %s", async (expression, matches) => {
    expect((await debug(expression)).body.matches).toEqual([matches]);
  });

  it.each(["signal.level ==", "nonsense(", "1 +"])("%s is refused, with a reason", async (expression) => {
    const { status, body } = await debug(expression);
    expect(status).toBe(422);
    expect(body.detail).toMatch(/not valid CEL/);
  });

  it("has a time limit by size: deep macros, long texts and many signals are refused", async () => {
    const list = `[${Array.from({ length: 100 }, (_, at) => at).join(",")}]`;
    const deep = `${list}.all(a, ${list}.all(b, [1].all(c, a + b + c >= 0)))`;
    expect((await debug(deep)).status).toBe(422);
    expect((await debug(`"${"a".repeat(1_001)}" == ""`)).status).toBe(422);
    expect((await debug("true", Array(21).fill(sample))).status).toBe(422);
    const slow = { ...sample, summary: `${"a".repeat(5_000)}!` };
    expect((await debug("signal.summary.matches('^(a+)+$')", [slow])).body.matches).toEqual([false]);
  });

  it("decides which rules a signal matches: one alert for each, and its target is notified", async () => {
    const made = await call("POST", `/v1/teams/${team.id}/signal_rules`, {
      name: "Disk rule",
      expression: "signal.summary.contains('disk')",
      target_type: "User",
      target_id: user.id,
    });
    expect(made.status).toBe(201);
    const sent = { summary: "The disk is full", level: "WARN" };
    const [alert] = (await call("POST", "/__control/signal", sent)).body as Loose[];
    expect((await call("GET", `/v1/alerts/${alert.id}`)).body).toMatchObject({
      summary: "The disk is full",
      signal_rule: { name: "Disk rule" },
    });
    expect(store.children("pages", alert.id).map(({ data }) => data.user_id)).toEqual([user.id]);
    expect((await call("POST", "/__control/signal", { summary: "All is well" })).body).toEqual([]);
    // The same signal again belongs to the open alert.
    expect((await call("POST", "/__control/signal", sent)).body).toEqual([
      expect.objectContaining({ id: alert.id }),
    ]);
  });

  it("refuses a rule with an unreadable expression", async () => {
    const rule = { name: "Bad", expression: "signal.summary ==", target_type: "User", target_id: user.id };
    expect((await call("POST", `/v1/teams/${team.id}/signal_rules`, rule)).status).toBe(422);
  });
});

describe("a runbook", () => {
  const action = store.all("runbooks/actions")[2]!;
  const attachment_rule = {
    logic: { eq: [{ var: "incident_current_milestone" }, { var: "usr.1" }] },
    user_data: { "1": { type: "Milestone", value: "resolved", label: "Resolved" } },
  };
  const step = {
    name: "Tell",
    action_id: action.id,
    automatic: false,
    repeats: true,
    repeats_duration: "PT15M",
    config: { channel: "#ops" },
    rule: attachment_rule,
  };
  const create = (more: Loose = {}): Promise<Loose> =>
    call("POST", "/v1/runbooks", { name: "Own", type: "incident", attachment_rule, steps: [step], ...more });

  it("reads back its attachment rule and its steps as they were sent", async () => {
    const { body } = await create();
    const read = (await call("GET", `/v1/runbooks/${body.id}`)).body;
    expect(read.attachment_rule).toEqual(attachment_rule);
    expect(read.steps[0]).toMatchObject(step);
  });

  it("accepts a rule as JSON text too", async () => {
    const text = {
      logic: JSON.stringify(attachment_rule.logic),
      user_data: JSON.stringify(attachment_rule.user_data),
    };
    expect((await create({ attachment_rule: text })).body.attachment_rule).toEqual(attachment_rule);
  });

  it("accepts steps in the form in which they are read, and replaces the list", async () => {
    const { body } = await create();
    const { step_id, name, action_id, automatic, config, rule, repeats, repeats_duration } = body.steps[0];
    const same = { step_id, name, action_id, automatic, config, rule, repeats, repeats_duration };
    const again = (await call("PUT", `/v1/runbooks/${body.id}`, { steps: [same] })).body;
    expect(again.steps).toEqual(body.steps);
    const none = (await call("PUT", `/v1/runbooks/${body.id}`, { steps: [] })).body;
    expect(none.steps).toEqual([]);
  });

  it("refuses a repeating step without an interval", async () => {
    const { repeats_duration: _, ...rest } = step;
    expect((await create({ steps: [rest] })).status).toBe(422);
  });
});
