// Generated from POST /v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations/{rotation_id}/copy by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const copyOnCallScheduleRotation = defineTool<paths>()({
  name: "copy_on_call_schedule_rotation",
  title: "Copy an on-call rotation",
  description:
    "Copies a rotation into another schedule, for merging schedules; its members may then be paged through that schedule too. schedule_id and rotation_id name the original, target_schedule_id the destination. Returns the copy.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations/{rotation_id}/copy",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    rotation_id: z.string().describe("From get_team_on_call_schedule (rotations[].id)."),
    schedule_id: z.string().describe("Schedule the rotation is in now. From list_team_on_call_schedules."),
    target_schedule_id: z
      .string()
      .describe("Schedule that receives the copy. From list_team_on_call_schedules."),
    team_id: z.string().describe("From list_teams."),
    name: z.string().nullable().optional().describe("Name for the copy."),
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
