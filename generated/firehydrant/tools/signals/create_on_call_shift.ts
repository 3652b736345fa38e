// Generated from POST /v1/teams/{team_id}/on_call_schedules/{schedule_id}/shifts by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createOnCallShift = defineTool<paths>()({
  name: "create_on_call_shift",
  title: "Create an on-call shift",
  description:
    "Puts a person on call for a period by adding a shift to a schedule; without user_id the shift is unassigned. To take over time already assigned, override_on_call_schedule_rotation_shifts fits better. Returns the shift.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/teams/{team_id}/on_call_schedules/{schedule_id}/shifts",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    end_time: z.iso.datetime({ offset: true, local: true }).describe("End of the shift, ISO 8601."),
    schedule_id: z.string().describe("From list_team_on_call_schedules."),
    start_time: z.iso.datetime({ offset: true, local: true }).describe("Start of the shift, ISO 8601."),
    team_id: z.string().describe("From list_teams."),
    rotation_id: z
      .string()
      .nullable()
      .optional()
      .describe(
        "Required when the schedule has several rotations. From get_team_on_call_schedule (rotations[].id).",
      ),
    user_id: z
      .string()
      .nullable()
      .optional()
      .describe("Who is on call; left out, no one is. From list_users."),
  }),
  view: [
    "id",
    "user",
    "start_time",
    "end_time",
    "coverage_request",
    "on_call_rotation",
    "on_call_schedule",
    "team",
    "time_zone",
  ],
});
