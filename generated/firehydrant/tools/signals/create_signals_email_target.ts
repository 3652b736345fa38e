// Generated from POST /v1/signals/email_targets by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createSignalsEmailTarget = defineTool<paths>()({
  name: "create_signals_email_target",
  title: "Create a Signals email target",
  description:
    "Creates an address that notifies its target, possibly paging people, whenever an incoming email matches the rules. For signals sent over HTTP, get_signals_ingest_url gives the address. Writes in quick succession can answer 500; after some seconds they work. Returns the target with its email address.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/signals/email_targets",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    name: z.string().describe("Name people will see."),
    allowed_senders: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Addresses or whole domains allowed to send to it."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    level_cel: z
      .string()
      .nullable()
      .optional()
      .describe(
        "CEL expression that gives the level, such as email.body.contains('panic') ? 'ERROR' : 'INFO'.",
      ),
    rule_matching_strategy: z
      .enum(["all", "any"])
      .nullable()
      .optional()
      .describe("Whether every rule has to match or one is enough. Default: all."),
    rules: z
      .array(z.string())
      .nullable()
      .optional()
      .describe(
        "CEL expressions an email has to match for the target to be notified, such as email.body.contains('down').",
      ),
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
});
