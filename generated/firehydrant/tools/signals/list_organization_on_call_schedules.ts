// Generated from GET /v1/signals_on_call by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listOrganizationOnCallSchedules = defineTool<paths>()({
  name: "list_organization_on_call_schedules",
  title: "List who is on call now",
  description:
    "Answers who is on call right now, across the organization or for some teams: every on-call schedule with its current and next shift, overall and per rotation. Past or later shifts of a schedule are in get_team_on_call_schedule; schedules kept in PagerDuty and the like are in list_third_party_schedules. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/signals_on_call", query: { team_id: { commas: true } } },
  input: z.strictObject({
    team_id: z.array(z.string()).optional().describe("Teams to show. From list_teams."),
  }),
  view: [
    "id",
    "name",
    "team.id",
    "team.name",
    "time_zone",
    "current_shift.user",
    "current_shift.start_time",
    "current_shift.end_time",
    "next_shift.user",
    "next_shift.start_time",
    "rotations.id",
    "rotations.name",
    "rotations.current_shift.user",
  ],
});
