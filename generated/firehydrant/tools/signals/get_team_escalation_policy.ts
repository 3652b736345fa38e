// Generated from GET /v1/teams/{team_id}/escalation_policies/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getTeamEscalationPolicy = defineTool<paths>()({
  name: "get_team_escalation_policy",
  title: "Get an escalation policy",
  description:
    "Reads one escalation policy of a team: its steps with targets and waits, repetitions, handoff and settings by priority. list_team_escalation_policies finds the id.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/teams/{team_id}/escalation_policies/{id}",
    pathParameters: { id: { argument: "escalation_policy_id" } },
  },
  input: z.strictObject({
    escalation_policy_id: z.string().describe("From list_team_escalation_policies."),
    team_id: z.string().describe("From list_teams."),
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
  formerArguments: { id: { now: "escalation_policy_id" } },
});
