// Generated from DELETE /v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations/{rotation_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteOnCallScheduleRotation = defineTool<paths>()({
  name: "delete_on_call_schedule_rotation",
  title: "Delete an on-call rotation",
  description:
    "Deletes a rotation from an on-call schedule, so its members are no longer on call through it, which may leave the schedule uncovered. No tool restores it.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations/{rotation_id}",
  },
  input: z.strictObject({
    rotation_id: z.string().describe("From get_team_on_call_schedule (rotations[].id)."),
    schedule_id: z.string().describe("From list_team_on_call_schedules."),
    team_id: z.string().describe("From list_teams."),
  }),
});
