// Generated from GET /v1/teams/{team_id}/signal_rules/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getTeamSignalRule = defineTool<paths>()({
  name: "get_team_signal_rule",
  title: "Get a signal rule",
  description:
    "Reads one signal rule of a team: its expression, whom it notifies, priority, deduplication time and whether it opens incidents. list_team_signal_rules finds the id.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/teams/{team_id}/signal_rules/{id}",
    pathParameters: { id: { argument: "signal_rule_id" } },
  },
  input: z.strictObject({
    signal_rule_id: z.string().describe("From list_team_signal_rules."),
    team_id: z.string().describe("From list_teams."),
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
