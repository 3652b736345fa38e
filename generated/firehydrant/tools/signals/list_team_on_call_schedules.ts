// Generated from GET /v1/teams/{team_id}/on_call_schedules by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listTeamOnCallSchedules = defineTool<paths>()({
  name: "list_team_on_call_schedules",
  title: "List on-call schedules of a team",
  description:
    "Lists one team's on-call schedules with rotations and members. The shifts of one come from get_team_on_call_schedule. Who is on call now: list_organization_on_call_schedules; PagerDuty and other outside schedules: list_third_party_schedules.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/teams/{team_id}/on_call_schedules",
    query: { query: {}, shift_time_window_end: {}, shift_time_window_start: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    team_id: z.string().describe("From list_teams."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    query: z.string().optional().describe("Text to search for."),
    shift_time_window_end: z
      .string()
      .optional()
      .describe("Only shifts starting at or before this time, ISO 8601."),
    shift_time_window_start: z
      .string()
      .optional()
      .describe("Only shifts ending at or after this time, ISO 8601."),
  }),
  view: [
    "id",
    "name",
    "description",
    "team.name",
    "time_zone",
    "rotations.id",
    "rotations.name",
    "rotations.members.id",
    "rotations.members.name",
    "rotations.strategy",
  ],
});
