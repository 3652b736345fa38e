// Generated from DELETE /v1/teams/{team_id}/escalation_policies/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteTeamEscalationPolicy = defineTool<paths>()({
  name: "delete_team_escalation_policy",
  title: "Delete an escalation policy",
  description:
    "Deletes an escalation policy, so alerts can no longer reach people through it. Rules, call routes and handoffs may still refer to it. No tool restores it.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/teams/{team_id}/escalation_policies/{id}",
    pathParameters: { id: { argument: "escalation_policy_id" } },
  },
  input: z.strictObject({
    escalation_policy_id: z.string().describe("From list_team_escalation_policies."),
    team_id: z.string().describe("From list_teams."),
  }),
  formerArguments: { id: { now: "escalation_policy_id" } },
});
