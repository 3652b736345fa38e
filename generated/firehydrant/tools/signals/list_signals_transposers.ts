// Generated from GET /v1/signals/transposers by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listSignalsTransposers = defineTool<paths>()({
  name: "list_signals_transposers",
  title: "List signal transposers",
  description:
    "Lists the transposers of the organization: the code that converts incoming payloads into signals, with ingest URLs. list_signals_event_sources answers the same fields. With one of the four ids, the URLs send directly to that target. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/transposers",
    query: { escalation_policy_id: {}, on_call_schedule_id: {}, team_id: {}, user_id: {} },
  },
  input: z.strictObject({
    escalation_policy_id: z
      .string()
      .optional()
      .describe("Policy the URLs send to directly; needs team_id too. From list_team_escalation_policies."),
    on_call_schedule_id: z
      .string()
      .optional()
      .describe(
        "Schedule the URLs send to directly; needs team_id too. From list_organization_on_call_schedules.",
      ),
    team_id: z
      .string()
      .optional()
      .describe(
        "Team the returned ingest URLs send to directly; needed with a schedule or policy. From list_teams.",
      ),
    user_id: z.string().optional().describe("User the URLs send to directly. From list_users."),
  }),
  view: ["slug", "name", "description", "ingest_url", "editable", "website", "tags", "expression"],
});
