// Generated from DELETE /v1/teams/{team_id}/on_call_schedules/{schedule_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteTeamOnCallSchedule = defineTool<paths>()({
  name: "delete_team_on_call_schedule",
  title: "Delete an on-call schedule",
  description:
    "Deletes an on-call schedule, so no one is on call through it and pages sent to it reach no one. Rules and escalation steps may still refer to it. No tool restores it.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/teams/{team_id}/on_call_schedules/{schedule_id}" },
  input: z.strictObject({
    schedule_id: z.string().describe("From list_team_on_call_schedules."),
    team_id: z.string().describe("From list_teams."),
  }),
});
