// Generated from DELETE /v1/teams/{team_id}/on_call_schedules/{schedule_id}/shifts/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteOnCallShift = defineTool<paths>()({
  name: "delete_on_call_shift",
  title: "Delete an on-call shift",
  description:
    "Deletes an on-call shift, which can leave that time without anyone to page. To hand it to another person, update_on_call_shift or override_on_call_schedule_rotation_shifts fits instead.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/teams/{team_id}/on_call_schedules/{schedule_id}/shifts/{id}",
    pathParameters: { id: { argument: "shift_id" } },
  },
  input: z.strictObject({
    schedule_id: z.string().describe("From list_team_on_call_schedules."),
    shift_id: z
      .string()
      .describe(
        "From get_team_on_call_schedule (shifts[].id) or list_organization_on_call_schedules (current_shift.id, next_shift.id).",
      ),
    team_id: z.string().describe("From list_teams."),
  }),
  formerArguments: { id: { now: "shift_id" } },
});
