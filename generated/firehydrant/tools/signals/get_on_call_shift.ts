// Generated from GET /v1/teams/{team_id}/on_call_schedules/{schedule_id}/shifts/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getOnCallShift = defineTool<paths>()({
  name: "get_on_call_shift",
  title: "Get an on-call shift",
  description:
    "Reads one on-call shift by id: its user, start, end, rotation and any request for coverage. Who is on call now is in list_organization_on_call_schedules.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
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
