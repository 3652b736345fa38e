// Generated from PATCH /v1/teams/{team_id}/on_call_schedules/{schedule_id}/shifts/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateOnCallShift = defineTool<paths>()({
  name: "update_on_call_shift",
  title: "Change an on-call shift",
  description:
    "Changes who is on call for one shift, or its times; leaving user_id out is documented to unassign it, even when only a time is meant to change. Reassigning clears the coverage request unless it is sent again. For part of a shift or several, override_on_call_schedule_rotation_shifts fits better. Returns the shift.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/teams/{team_id}/on_call_schedules/{schedule_id}/shifts/{id}",
    pathParameters: { id: { argument: "shift_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    schedule_id: z.string().describe("From list_team_on_call_schedules."),
    shift_id: z
      .string()
      .describe(
        "Id of the shift, not of a user. From get_team_on_call_schedule (shifts[].id) or list_organization_on_call_schedules (current_shift.id, next_shift.id).",
      ),
    team_id: z.string().describe("From list_teams."),
    coverage_request: z
      .string()
      .nullable()
      .optional()
      .describe("Why cover is needed; cleared on reassignment unless sent."),
    end_time: z.iso
      .datetime({ offset: true, local: true })
      .nullable()
      .optional()
      .describe("New end, ISO 8601."),
    start_time: z.iso
      .datetime({ offset: true, local: true })
      .nullable()
      .optional()
      .describe("New start, ISO 8601."),
    user_id: z
      .string()
      .nullable()
      .optional()
      .describe("Who is on call; left out, the shift becomes unassigned. From list_users."),
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
  formerArguments: { id: { now: "shift_id" } },
});
