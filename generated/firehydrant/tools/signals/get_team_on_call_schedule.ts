// Generated from GET /v1/teams/{team_id}/on_call_schedules/{schedule_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getTeamOnCallSchedule = defineTool<paths>()({
  name: "get_team_on_call_schedule",
  title: "Get an on-call schedule",
  description:
    "Reads one on-call schedule of a team: its rotations, members and shifts, if wanted within a time window. Gives the rotation ids other tools ask for.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/teams/{team_id}/on_call_schedules/{schedule_id}",
    query: { shift_time_window_end: {}, shift_time_window_start: {} },
  },
  input: z.strictObject({
    schedule_id: z.string().describe("From list_team_on_call_schedules."),
    team_id: z.string().describe("From list_teams."),
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
    "rotations.shifts.id",
    "rotations.shifts.user.name",
    "rotations.shifts.start_time",
    "rotations.shifts.end_time",
  ],
});
