import { expect } from "vitest";
import type { Loose } from "../kit/loose.js";
import { call, checksOfLife, fresh, refused, seeded, send, store, type Checks, type Life } from "./kit.js";

const team = seeded("teams");
const ofTeam = `/v1/teams/${team.id}`;
const schedule = store.children("teams/on_call_schedules", team.id)[0]!;
const policy = store.children("teams/escalation_policies", team.id)[0]!;
const onSchedule = { type: "OnCallSchedule", id: schedule.id };
const toTeam = { target_type: "Team", target_id: team.id };

const email: Life = {
  path: "/v1/signals/email_targets",
  required: () => ({ name: fresh("mail"), slug: fresh("mail") }),
  full: () => ({
    name: fresh("mail"),
    slug: fresh("mail"),
    description: "For one system",
    status_cel: "email.body.contains('recovered') ? 'CLOSED' : 'OPEN'",
    level_cel: "email.body.contains('panic') ? 'ERROR' : 'INFO'",
    allowed_senders: ["@example.test", "someone@example.test"],
    target: { type: "Team", id: team.id },
    rules: ["email.body.contains('one')", "email.body.contains('two')"],
    rule_matching_strategy: "all",
  }),
  cleared: () => ({ name: fresh("mail"), description: "", allowed_senders: [], rules: [] }),
};

const source: Life = {
  path: "/v1/signals/event_sources",
  required: () => ({
    name: fresh("Source"),
    slug: fresh("source"),
    javascript: "function transpose(input) {}",
  }),
  full: () => ({
    name: fresh("Source"),
    slug: fresh("source"),
    description: "Own format",
    javascript: "function transpose(input) { return input; }",
  }),
  cleared: () => ({ name: fresh("Source"), description: "", javascript: "function transpose() {}" }),
  shows: ({ javascript, ...rest }) => ({ ...rest, expression: javascript, ingest_url: expect.any(String) }),
  create: "PUT",
  key: "slug",
  list: () => "/v1/signals/event_sources",
};

const policies = `${ofTeam}/escalation_policies`;
const step = { targets: [onSchedule], timeout: "PT1M" };
const dynamic = (more: Loose = {}): Loose => ({
  name: fresh("policy"),
  description: "By priority",
  default: false,
  step_strategy: "dynamic_by_priority",
  repetitions: 1,
  steps: [
    { ...step, priorities: ["HIGH"] },
    { ...step, timeout: "PT2M", priorities: ["LOW"] },
  ],
  ...more,
});
const shownSteps = [
  { timeout: "PT1M", priorities: ["HIGH"], targets: [onSchedule] },
  { timeout: "PT2M", priorities: ["LOW"], targets: [onSchedule] },
];
const byName = async (path: string, name: string): Promise<Loose[]> =>
  (await send("GET", `${path}?query=${encodeURIComponent(name)}`)).data;

const rules = `${ofTeam}/signal_rules`;
const rule = (more: Loose = {}): Loose => ({
  name: fresh("rule"),
  expression: "signal.summary == 'provider'",
  target_type: "EscalationPolicy",
  target_id: policy.id,
  ...more,
});
const shownTarget = { name: policy.data.name, is_pageable: true };
const changedRule = async (id: string, body: Loose): Promise<Loose> => {
  await send("PATCH", `${rules}/${id}`, body);
  return send("GET", `${rules}/${id}`);
};

export const signalChecks: Checks = {
  ...checksOfLife("inbound email", email),
  "inbound email: has no target until an update gives it one, and no rules": async () => {
    const { id } = await send("POST", email.path, email.required());
    const made = await send("GET", `${email.path}/${id}`);
    expect(made).toMatchObject({ rules: [], rule_matching_strategy: "all" });
    expect(made.target ?? null).toBeNull();
    await send("PATCH", `${email.path}/${id}`, { target: { type: "Team", id: team.id } });
    expect((await send("GET", `${email.path}/${id}`)).target).toMatchObject({ type: "Team", id: team.id });
  },
  ...checksOfLife("event source", source),
  "escalation policy: is made with one step, which is static": async () => {
    const body = { name: fresh("policy"), description: "D", default: false, repetitions: 0, steps: [step] };
    const { id } = await send("POST", policies, body);
    expect(await send("GET", `${policies}/${id}`)).toMatchObject({ ...body, step_strategy: "static" });
    await send("DELETE", `${policies}/${id}`);
    expect((await call("GET", `${policies}/${id}`)).status).toBe(404);
  },
  "escalation policy: repetitions by priority are made and replaced": async () => {
    const { id } = await send(
      "POST",
      policies,
      dynamic({ prioritized_settings: { high: { repetitions: 2 } } }),
    );
    const read = (): Promise<Loose> => send("GET", `${policies}/${id}`);
    expect(await read()).toMatchObject({
      step_strategy: "dynamic_by_priority",
      repetitions: 1,
      steps: shownSteps,
      notification_priority_policies: [{ notification_priority: "HIGH", repetitions: 2 }],
    });
    const body = dynamic({ prioritized_settings: { high: { repetitions: 3 }, medium: { repetitions: 1 } } });
    await send("PATCH", `${policies}/${id}`, body);
    expect((await read()).notification_priority_policies).toMatchObject([
      { notification_priority: "HIGH", repetitions: 3 },
      { notification_priority: "MEDIUM", repetitions: 1 },
    ]);
    await send("PATCH", `${policies}/${id}`, { name: fresh("policy") });
    expect((await read()).notification_priority_policies).toHaveLength(2);
  },
  "escalation policy: a handoff by priority is read back, and the one for all priorities": async () => {
    const high = { repetitions: 2, handoff_step: toTeam };
    const { id } = await send(
      "POST",
      policies,
      dynamic({ handoff_step: toTeam, prioritized_settings: { high } }),
    );
    expect(await send("GET", `${policies}/${id}`)).toMatchObject({
      handoff_step: { target: { type: "Team", id: team.id } },
      notification_priority_policies: [
        { notification_priority: "HIGH", handoff_step: { target: { type: "Team", id: team.id } } },
      ],
    });
  },
  "escalation policy: is found by its name, with its steps": async () => {
    const body = { name: fresh("Sought policy"), description: "D", steps: [{ ...step, timeout: "PT5M" }] };
    const { id } = await send("POST", policies, body);
    expect(await byName(policies, body.name)).toMatchObject([{ id, ...body }]);
  },
  "escalation policy: one by priority is found by its name, with its settings by priority": async () => {
    const prioritized_settings = { high: { repetitions: 2, handoff_step: toTeam }, low: { repetitions: 1 } };
    const body = dynamic({ prioritized_settings });
    await send("POST", policies, body);
    expect(await byName(policies, body.name)).toMatchObject([
      {
        steps: shownSteps,
        notification_priority_policies: [
          { notification_priority: "HIGH", handoff_step: { target: { type: "Team", id: team.id } } },
          { notification_priority: "LOW", repetitions: 1 },
        ],
      },
    ]);
  },
  ...checksOfSearch("escalation policy", policies, (name) => ({ name, steps: [step] })),
  ...checksOfSearch("signal rule", rules, (name) => rule({ name })),
  "signal rule: its priority is changed to each of the three": async () => {
    const { id } = await send("POST", rules, rule({ notification_priority_override: "MEDIUM" }));
    for (const notification_priority_override of ["LOW", "HIGH"])
      expect(await changedRule(id, { notification_priority_override })).toMatchObject({
        notification_priority_override,
        create_incident_condition_when: "WHEN_UNSPECIFIED",
        target: shownTarget,
      });
  },
  "signal rule: another priority is refused": async () => {
    await refused("POST", rules, rule({ notification_priority_override: "INVALID" }));
  },
  "signal rule: opens incidents, with a time for repeats, if set so": async () => {
    const body = rule({ create_incident_condition_when: "WHEN_ALWAYS", deduplication_expiry: "PT30M" });
    const { target_id: _, target_type: __, ...shown } = body;
    const { id } = await send("POST", rules, body);
    expect(await send("GET", `${rules}/${id}`)).toMatchObject({ ...shown, target: shownTarget });
  },
  "signal rule: needs no incident type": async () => {
    const { id } = await send("POST", rules, rule({ notification_priority_override: "LOW" }));
    const read = await send("GET", `${rules}/${id}`);
    expect(read).toMatchObject({ notification_priority_override: "LOW" });
    expect(read.incident_type ?? null).toBeNull();
  },
  "signal rule: an update adds a priority to a rule without one, and takes it away": async () => {
    const { id } = await send("POST", rules, rule());
    const priority = async (value: unknown): Promise<unknown> =>
      (await changedRule(id, { notification_priority_override: value })).notification_priority_override;
    expect(await priority("HIGH")).toBe("HIGH");
    expect((await priority("")) || null).toBeNull();
  },
  "signal rule: keeps no priority when its name changes": async () => {
    const { id } = await send("POST", rules, rule());
    const changed = await changedRule(id, { name: "Renamed rule" });
    expect(changed).toMatchObject({ name: "Renamed rule", target: shownTarget });
    expect(changed.notification_priority_override ?? null).toBeNull();
  },
  "ingest URL: a user has one": async () => {
    const { url } = await send("GET", `/v1/signals/ingest_url?user_id=${seeded("users").id}`);
    expect(url).toMatch(/^https:/);
  },
  "ingest URL: an event source has one of its own for a user": async () => {
    const { data } = await send("GET", `/v1/signals/transposers?user_id=${seeded("users").id}`);
    expect(data[0]).toMatchObject({ slug: expect.any(String), ingest_url: expect.stringMatching(/^https:/) });
  },
  "ingest URL: a schedule without its team is refused": async () => {
    await refused("GET", `/v1/signals/transposers?on_call_schedule_id=${schedule.id}`);
  },
  "ingest URL: an unknown event source is not in the list": async () => {
    const { data } = await send("GET", `/v1/signals/transposers?team_id=${team.id}`);
    expect((data as Loose[]).map((one) => one.slug)).not.toContain("unknown");
  },
};

/** The provider searches by name and takes the exact one. */
function checksOfSearch(kind: string, path: string, body: (name: string) => Loose): Checks {
  const make = async (names: readonly string[]): Promise<void> => {
    for (const name of names) await send("POST", path, body(name));
  };
  const found = async (name: string): Promise<string[]> => (await byName(path, name)).map((one) => one.name);
  return {
    [`${kind}: a search finds the one with the name`]: async () => {
      const name = fresh("Alone");
      await make([name]);
      expect(await found(name)).toEqual([name]);
    },
    [`${kind}: a search finds all that hold the name, the exact one too`]: async () => {
      const name = fresh("Shared ");
      await make([`${name} B`, name, `${name} C`]);
      expect((await found(name)).sort()).toEqual([name, `${name} B`, `${name} C`]);
    },
    [`${kind}: a search shows when none has exactly the name`]: async () => {
      const name = fresh("Near ");
      await make([`${name} B`, `${name} C`]);
      expect(await found(name)).not.toContain(name);
    },
    [`${kind}: a search for an unknown name finds none`]: async () => {
      expect(await found("No such name")).toEqual([]);
    },
  };
}
