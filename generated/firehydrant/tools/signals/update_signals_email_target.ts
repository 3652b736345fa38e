// Generated from PATCH /v1/signals/email_targets/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateSignalsEmailTarget = defineTool<paths>()({
  name: "update_signals_email_target",
  title: "Change a Signals email target",
  description:
    "Changes whom an email target notifies and which emails trigger it, so later emails may page different people. Also changes its name, address or allowed senders. Writes in quick succession can answer 500; after some seconds they work. Returns the changed target.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/signals/email_targets/{id}",
    pathParameters: { id: { argument: "email_target_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    email_target_id: z.string().describe("From list_signals_email_targets."),
    allowed_senders: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Addresses or whole domains allowed to send to it; replaces the whole list."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    level_cel: z
      .string()
      .nullable()
      .optional()
      .describe(
        "CEL expression that gives the level, such as email.body.contains('panic') ? 'ERROR' : 'INFO'.",
      ),
    name: z.string().nullable().optional().describe("Name people will see."),
    rule_matching_strategy: z
      .enum(["all", "any"])
      .nullable()
      .optional()
      .describe("Whether every rule has to match or one is enough."),
    rules: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("CEL expressions an email has to match; replaces the whole list."),
    slug: z.string().nullable().optional().describe("Address the emails come in at."),
    status_cel: z
      .string()
      .nullable()
      .optional()
      .describe(
        "CEL expression that gives the status, such as email.body.contains('recovered') ? 'CLOSED' : 'OPEN'.",
      ),
    target: z
      .strictObject({
        id: z
          .string()
          .describe(
            "From list_users, list_teams, list_organization_on_call_schedules, list_team_escalation_policies or list_signals_webhook_targets or get_team (slack_channel.id, ms_teams_channel.id), by type.",
          ),
        type: z.enum([
          "Team",
          "EntireTeam",
          "EscalationPolicy",
          "OnCallSchedule",
          "User",
          "SlackChannel",
          "MicrosoftTeamsChannel",
          "Webhook",
        ]),
      })
      .nullable()
      .optional()
      .describe("Who is notified when an email matches."),
  }),
  view: [
    "id",
    "name",
    "email",
    "description",
    "target.name",
    "target.type",
    "target.id",
    "rule_matching_strategy",
    "rules",
    "allowed_senders",
    "team_id",
  ],
  formerArguments: { id: { now: "email_target_id" } },
});
