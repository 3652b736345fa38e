// Generated from GET /v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations/{rotation_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getOnCallScheduleRotation = defineTool<paths>()({
  name: "get_on_call_schedule_rotation",
  title: "Get an on-call rotation",
  description:
    "Reads one rotation of an on-call schedule: members in turn order, strategy, restrictions and shifts. Gives the shift ids that the shift tools ask for.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations/{rotation_id}",
  },
  input: z.strictObject({
    rotation_id: z.string().describe("From get_team_on_call_schedule (rotations[].id)."),
    schedule_id: z.string().describe("From list_team_on_call_schedules."),
    team_id: z.string().describe("From list_teams."),
  }),
  view: [
    "id",
    "name",
    "description",
    "team.name",
    "time_zone",
    "members.id",
    "members.name",
    "strategy",
    "restrictions",
    "shifts.id",
    "shifts.user.name",
    "shifts.start_time",
    "shifts.end_time",
  ],
});
