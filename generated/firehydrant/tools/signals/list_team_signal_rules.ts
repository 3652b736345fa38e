// Generated from GET /v1/teams/{team_id}/signal_rules by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listTeamSignalRules = defineTool<paths>()({
  name: "list_team_signal_rules",
  title: "List signal rules of a team",
  description:
    "Lists one team's signal rules: which incoming signals become alerts, whom they notify, at what priority, and whether they open incidents. Useful for finding why someone was paged.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/teams/{team_id}/signal_rules",
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
});
