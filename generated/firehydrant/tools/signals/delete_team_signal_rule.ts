// Generated from DELETE /v1/teams/{team_id}/signal_rules/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteTeamSignalRule = defineTool<paths>()({
  name: "delete_team_signal_rule",
  title: "Delete a signal rule",
  description:
    "Deletes a signal rule, so signals that matched only this rule no longer alert anyone. No tool restores it; update_team_signal_rule can retarget it instead.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/teams/{team_id}/signal_rules/{id}",
    pathParameters: { id: { argument: "signal_rule_id" } },
  },
  input: z.strictObject({
    signal_rule_id: z.string().describe("From list_team_signal_rules."),
    team_id: z.string().describe("From list_teams."),
  }),
  formerArguments: { id: { now: "signal_rule_id" } },
});
