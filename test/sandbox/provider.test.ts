import { describe, expect, it } from "vitest";
import { practice } from "./kit/client.js";
import type { Loose } from "./kit/loose.js";

/**
 * Our own table of what FireHydrant's Terraform provider creates, reads, changes and reads again. Each resource is read
 * at its own path and must show the sent values.
 */
const { sandbox, call } = practice();
const { store } = sandbox.world;
const [service, other] = store.all("services");
const team = store.all("teams")[0]!;
const users = store.all("users");
const action = store.all("runbooks/actions")[0]!;
const phase = store.all("lifecycles/phases")[1]!;
const policy = store.children("teams/escalation_policies", team.id)[0]!;
const weekly = { type: "weekly", handoff_time: "10:00:00", handoff_day: "thursday" };
const rule = { logic: { manually: [{ var: "when_invoked" }] }, user_data: {} };
const ofTeam = `/v1/teams/${team.id}`;
const effective_at = new Date(Date.now() + 86_400_000).toISOString();

interface Resource {
  readonly path: string;
  readonly body: Loose;
  /** The values of the answer, if they differ from the body. */
  readonly shows?: Loose;
  readonly change: Loose;
  readonly changed?: Loose;
  readonly create?: "POST" | "PUT";
  readonly update?: "PATCH" | "PUT";
  readonly key?: string;
}

const resources: Readonly<Record<string, Resource>> = {
  environment: { path: "/v1/environments", body: { name: "E", description: "D" }, change: { name: "E2" } },
  functionality: {
    path: "/v1/functionalities",
    body: { name: "F", description: "D", labels: { a: "b" }, owner: { id: team.id } },
    shows: { name: "F", description: "D", labels: { a: "b" }, owner: { id: team.id } },
    change: { name: "F2", labels: { c: "d" } },
  },
  service: {
    path: "/v1/services",
    body: {
      name: "S",
      description: "D",
      service_tier: 2,
      alert_on_add: true,
      auto_add_responding_team: true,
    },
    change: { labels: { key: "value" }, service_tier: 3 },
  },
  "service dependency": {
    path: "/v1/service_dependencies",
    body: { service_id: service!.id, connected_service_id: other!.id, notes: "N" },
    shows: { notes: "N", service: { id: service!.id }, connected_service: { id: other!.id } },
    change: { notes: "N2" },
  },
  team: {
    path: "/v1/teams",
    body: { name: "T", description: "D", slug: "t-slug", memberships: [{ user_id: users[1]!.id }] },
    shows: { name: "T", slug: "t-slug", memberships: [{ user: { id: users[1]!.id } }] },
    change: { memberships: [] },
  },
  severity: {
    path: "/v1/severities",
    body: { slug: "TESTSEV", description: "D" },
    change: { description: "D2" },
    key: "slug",
  },
  priority: {
    path: "/v1/priorities",
    body: { slug: "TESTPRIORITY", description: "D", default: true },
    change: { default: false },
    key: "slug",
  },
  "incident role": {
    path: "/v1/incident_roles",
    body: { name: "R", summary: "S", description: "D" },
    change: { summary: "S2" },
  },
  "task list": {
    path: "/v1/task_lists",
    body: { name: "L", description: "D", task_list_items: [{ summary: "One", description: "First" }] },
    change: { task_list_items: [{ summary: "Two" }] },
  },
  role: {
    path: "/v1/roles",
    body: { name: "Custom", slug: "custom", description: "D", permissions: ["read_incidents"] },
    shows: { name: "Custom", slug: "custom", permissions: [{ slug: "read_incidents" }] },
    change: { name: "Custom", permissions: ["read_teams", "read_users"] },
    changed: { permissions: [{ slug: "read_teams" }, { slug: "read_users" }] },
  },
  runbook: {
    path: "/v1/runbooks",
    body: {
      name: "RB",
      type: "incident",
      description: "D",
      owner: { id: team.id },
      attachment_rule: rule,
      steps: [{ name: "Step", action_id: action.id, automatic: false, config: { channel: "x" } }],
    },
    change: {
      steps: [{ name: "Again", action_id: action.id, repeats: true, repeats_duration: "PT15M", rule }],
    },
    update: "PUT",
  },
  "escalation policy": {
    path: `${ofTeam}/escalation_policies`,
    body: {
      name: "EP",
      default: false,
      repetitions: 1,
      steps: [{ targets: [{ type: "User", id: users[2]!.id }], timeout: "PT1M" }],
    },
    change: { repetitions: 2, handoff_step: { target_type: "Team", target_id: team.id } },
    changed: { repetitions: 2, handoff_step: { target: { type: "Team", id: team.id } } },
  },
  "signal rule": {
    path: `${ofTeam}/signal_rules`,
    body: {
      name: "SR",
      expression: "signal.summary == 'x'",
      target_type: "EscalationPolicy",
      target_id: policy.id,
      notification_priority_override: "MEDIUM",
      deduplication_expiry: "PT30M",
    },
    shows: {
      name: "SR",
      expression: "signal.summary == 'x'",
      target: { type: "EscalationPolicy", id: policy.id, team_id: team.id, is_pageable: true },
      notification_priority_override: "MEDIUM",
      deduplication_expiry: "PT30M",
    },
    change: { create_incident_condition_when: "WHEN_ALWAYS" },
  },
  "inbound email": {
    path: "/v1/signals/email_targets",
    body: {
      name: "IE",
      slug: "ie",
      description: "D",
      status_cel: "email.body.contains('ok') ? 'CLOSED' : 'OPEN'",
      level_cel: "email.body.contains('panic') ? 'ERROR' : 'INFO'",
      allowed_senders: ["@example.test"],
      rules: ["email.body.contains('hello')"],
      target: { type: "Team", id: team.id },
    },
    change: { rule_matching_strategy: "any", allowed_senders: ["a@example.test"] },
  },
  "on-call schedule": {
    path: `${ofTeam}/on_call_schedules`,
    body: {
      name: "OS",
      description: "D",
      time_zone: "America/New_York",
      strategy: weekly,
      restrictions: [
        { start_day: "monday", start_time: "09:00:00", end_day: "monday", end_time: "14:00:00" },
      ],
      slack_user_group_id: "test-group-1",
    },
    change: { rotation_name: "Secondary", members: [{ user_id: users[1]!.id }], effective_at },
    changed: { rotations: [{ name: "Secondary", members: [{ id: users[1]!.id }] }] },
  },
  "custom event source": {
    path: "/v1/signals/event_sources",
    body: { name: "CE", slug: "ce", description: "D", javascript: "function transpose(){}" },
    shows: { name: "CE", slug: "ce", description: "D", expression: "function transpose(){}" },
    change: { name: "CE2", slug: "ce", description: "D", javascript: "x" },
    changed: { name: "CE2", expression: "x" },
    create: "PUT",
    key: "slug",
  },
  "status update template": {
    path: "/v1/status_update_templates",
    body: { name: "ST", body: "B" },
    change: { body: "B2" },
  },
};

describe("the Terraform provider's resources", () => {
  it.each(Object.entries(resources))("%s: reads back the created and changed values", async (_, resource) => {
    const { path, body, change, create = "POST", update = "PATCH", key = "id" } = resource;
    const made = await call(create, path, body);
    expect(made.status, JSON.stringify(made.body)).toBeLessThan(300);
    const own = `${path}/${made.body[key]}`;
    expect((await call("GET", own)).body).toMatchObject(resource.shows ?? body);
    const again = create === "PUT" ? await call("PUT", path, change) : await call(update, own, change);
    expect(again.status, JSON.stringify(again.body)).toBeLessThan(300);
    expect((await call("GET", own)).body).toMatchObject(resource.changed ?? change);
    expect((await call("DELETE", own)).status).toBe(204);
  });

  it("lifecycle milestones are listed in their phase", async () => {
    const body = { name: "Provider", description: "D", slug: "provider", phase_id: phase.id, position: 0 };
    await call("POST", "/v1/lifecycles/milestones", body);
    const phases = (await call("GET", "/v1/lifecycles/phases")).body.data as Loose[];
    const own = phases.find(({ id }) => id === phase.id)!.milestones[0];
    expect(own).toMatchObject({ name: "Provider", slug: "provider", position: 0 });
  });
});
