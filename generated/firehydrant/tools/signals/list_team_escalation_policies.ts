// Generated from GET /v1/teams/{team_id}/escalation_policies by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listTeamEscalationPolicies = defineTool<paths>()({
  name: "list_team_escalation_policies",
  title: "List escalation policies",
  description:
    "Lists the escalation policies of one team: who is notified of an alert, in which order and after what wait. Their ids serve create_page and signal rules.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/teams/{team_id}/escalation_policies",
    query: { query: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    team_id: z.string().describe("From list_teams."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    query: z.string().optional().describe("Text to search for."),
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
