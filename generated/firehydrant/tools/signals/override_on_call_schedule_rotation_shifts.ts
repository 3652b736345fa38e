// Generated from POST /v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations/{rotation_id}/overrides by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const overrideOnCallScheduleRotationShifts = defineTool<paths>()({
  name: "override_on_call_schedule_rotation_shifts",
  title: "Override on-call shifts",
  description:
    "Changes who is on call and gets paged for a stretch of time in one rotation, over one or more shifts. Use it for swaps and cover; without user_id the stretch is left unassigned for anyone to claim. update_on_call_shift changes a single existing shift. Returns the override shift.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations/{rotation_id}/overrides",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    end_time: z.string().describe("End of the override, ISO 8601."),
    rotation_id: z.string().describe("From get_team_on_call_schedule (rotations[].id)."),
    schedule_id: z.string().describe("From list_team_on_call_schedules."),
    start_time: z.string().describe("Start of the override, ISO 8601."),
    team_id: z.string().describe("From list_teams."),
    user_id: z
      .string()
      .nullable()
      .optional()
      .describe("Who takes over; left out, no one is assigned. From list_users."),
  }),
});
