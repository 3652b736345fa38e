// Generated from PATCH /v1/teams/{team_id}/signal_rules/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateTeamSignalRule = defineTool<paths>()({
  name: "update_team_signal_rule",
  title: "Change a signal rule",
  description:
    "Changes which signals notify or page people, whom, and whether they open incidents. A wider expression can page many times, a narrower one can miss alerts; debug_signals_expression tries it first. Returns the changed rule.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/teams/{team_id}/signal_rules/{id}",
    pathParameters: { id: { argument: "signal_rule_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    signal_rule_id: z
      .string()
      .describe("Id of the signal rule, not of an incident type. From list_team_signal_rules."),
    team_id: z.string().describe("From list_teams."),
    create_incident_condition_when: z
      .enum(["WHEN_UNSPECIFIED", "WHEN_ALWAYS"])
      .nullable()
      .optional()
      .describe("Whether a match also opens an incident; WHEN_ALWAYS opens one each time."),
    deduplication_expiry: z
      .string()
      .nullable()
      .optional()
      .describe("How long repeats fold into the same alert, as an ISO 8601 duration such as PT30M."),
    expression: z
      .string()
      .nullable()
      .optional()
      .describe(
        "CEL expression a signal has to match, over signal.summary, signal.body, signal.level, signal.status, signal.tags, signal.annotations, signal.links and signal.images, such as signal.summary.contains('CPU') && 'prod' in signal.tags.",
      ),
    incident_type_id: z
      .string()
      .nullable()
      .optional()
      .describe("Incident type used when an alert becomes an incident. From list_incident_types."),
    name: z.string().nullable().optional().describe("Name people will see."),
    notification_priority_override: z
      .enum(["HIGH", "MEDIUM", "LOW", ""])
      .nullable()
      .optional()
      .describe("Priority given to the resulting alerts."),
    target_id: z
      .string()
      .nullable()
      .optional()
      .describe(
        "Who is notified on a match; its kind needs to match target_type. From list_users, list_organization_on_call_schedules, list_team_escalation_policies or list_signals_webhook_targets or get_team (slack_channel.id, ms_teams_channel.id), by target_type.",
      ),
    target_type: z
      .enum([
        "EscalationPolicy",
        "OnCallSchedule",
        "User",
        "Webhook",
        "SlackChannel",
        "MicrosoftTeamsChannel",
      ])
      .nullable()
      .optional()
      .describe("Kind of target; it decides what target_id means."),
  }),
  view: [
    "id",
    "name",
    "expression",
    "target.id",
    "target.name",
    "target.type",
    "notification_priority_override",
    "create_incident_condition_when",
    "incident_type.name",
    "deduplication_expiry",
    "team_id",
  ],
  formerArguments: { id: { now: "signal_rule_id" } },
});
