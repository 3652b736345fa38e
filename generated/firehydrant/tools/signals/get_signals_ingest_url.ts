// Generated from GET /v1/signals/ingest_url by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getSignalsIngestUrl = defineTool<paths>()({
  name: "get_signals_ingest_url",
  title: "Get the signals ingest URL",
  description:
    "Gives the URL to which monitoring tools post signals for this organization, or one that sends straight to a team, schedule, policy or user. Reading it sends nothing. URLs per tool: list_signals_event_sources.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/ingest_url",
    query: { escalation_policy_id: {}, on_call_schedule_id: {}, team_id: {}, user_id: {} },
  },
  input: z.strictObject({
    escalation_policy_id: z
      .string()
      .optional()
      .describe("Policy to send to directly; needs team_id too. From list_team_escalation_policies."),
    on_call_schedule_id: z
      .string()
      .optional()
      .describe("Schedule to send to directly; needs team_id too. From list_organization_on_call_schedules."),
    team_id: z
      .string()
      .optional()
      .describe("Team to send to directly; needed with a schedule or policy. From list_teams."),
    user_id: z.string().optional().describe("User to send to directly. From list_users."),
  }),
});
