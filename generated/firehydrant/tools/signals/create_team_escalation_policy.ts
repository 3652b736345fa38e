// Generated from POST /v1/teams/{team_id}/escalation_policies by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createTeamEscalationPolicy = defineTool<paths>()({
  name: "create_team_escalation_policy",
  title: "Create an escalation policy",
  description:
    "Creates an escalation policy that decides who is notified of a team's alerts, in what order. A step whose on-call schedule has nobody on call is skipped at once. Making it the default can redirect the team's alerts. Creating it pages no one; alerts sent to it do. Writes in quick succession can answer 500; after some seconds they work. Returns the policy with its id.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/teams/{team_id}/escalation_policies",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    name: z.string().describe("Name people will see."),
    steps: z
      .array(
        z.strictObject({
          targets: z
            .array(
              z.strictObject({
                id: z
                  .string()
                  .describe(
                    "From list_users, list_teams, list_organization_on_call_schedules or list_signals_webhook_targets or get_team (slack_channel.id, ms_teams_channel.id), by type.",
                  ),
                type: z.enum([
                  "OnCallSchedule",
                  "User",
                  "SlackChannel",
                  "MicrosoftTeamsChannel",
                  "EntireTeam",
                  "Webhook",
                ]),
              }),
            )
            .describe("Up to 15 targets this step notifies."),
          timeout: z
            .string()
            .describe(
              "Wait before the next step, as an ISO 8601 duration such as PT5M. The last step needs it too: it is the wait before a repetition, the handoff or the end.",
            ),
          distribution_type: z
            .enum(["unspecified", "round_robin_by_alert", "round_robin_by_escalation_policy"])
            .nullable()
            .optional()
            .describe("Whether and how the step rotates through its targets."),
          priorities: z
            .array(z.enum(["HIGH", "MEDIUM", "LOW"]))
            .nullable()
            .optional()
            .describe("Alert priorities the step applies to, in a dynamic policy."),
        }),
      )
      .describe("Whom to notify, in order, with a wait after each step."),
    team_id: z.string().describe("From list_teams."),
    default: z.boolean().nullable().optional().describe("Whether it is the default policy of the team."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    handoff_step: z
      .strictObject({
        target_id: z.string().describe("From list_team_escalation_policies or list_teams, by target_type."),
        target_type: z.enum(["EscalationPolicy", "Team"]),
      })
      .nullable()
      .optional()
      .describe("Where an alert goes that nobody acknowledged in all steps."),
    prioritized_settings: z
      .strictObject({
        high: z
          .strictObject({
            handoff_step: z
              .strictObject({
                target_id: z
                  .string()
                  .describe("From list_team_escalation_policies or list_teams, by target_type."),
                target_type: z.enum(["EscalationPolicy", "Team"]),
              })
              .nullable()
              .optional(),
            repetitions: z.int().nullable().optional(),
          })
          .nullable()
          .optional(),
        low: z
          .strictObject({
            handoff_step: z
              .strictObject({
                target_id: z
                  .string()
                  .describe("From list_team_escalation_policies or list_teams, by target_type."),
                target_type: z.enum(["EscalationPolicy", "Team"]),
              })
              .nullable()
              .optional(),
            repetitions: z.int().nullable().optional(),
          })
          .nullable()
          .optional(),
        medium: z
          .strictObject({
            handoff_step: z
              .strictObject({
                target_id: z
                  .string()
                  .describe("From list_team_escalation_policies or list_teams, by target_type."),
                target_type: z.enum(["EscalationPolicy", "Team"]),
              })
              .nullable()
              .optional(),
            repetitions: z.int().nullable().optional(),
          })
          .nullable()
          .optional(),
      })
      .nullable()
      .optional()
      .describe("Repetitions and handoff by alert priority, for a dynamic policy."),
    repetitions: z
      .int()
      .nullable()
      .optional()
      .describe(
        "How often all steps repeat after the first run: 2 makes three runs. Then handoff_step follows, or the alert expires. Default: 0.",
      ),
    step_strategy: z
      .enum(["static", "dynamic_by_priority"])
      .nullable()
      .optional()
      .describe("Same steps for every alert, or steps chosen by priority."),
  }),
  view: [
    "id",
    "name",
    "description",
    "default",
    "step_strategy",
    "steps.position",
    "steps.targets",
    "steps.timeout",
    "steps.priorities",
    "repetitions",
    "handoff_step.target",
    "notification_priority_policies",
  ],
});
