// Generated from GET /v1/teams/{team_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/teams.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getTeam = defineTool<paths>()({
  name: "get_team",
  title: "Get a team",
  description:
    "Reads one team by id or slug: members, default escalation policy, channels, owned and responding services. Who is on call is in the schedules, list_team_on_call_schedules.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/teams/{team_id}", query: { lite: {} } },
  input: z.strictObject({
    team_id: z.string().describe("From list_teams."),
    lite: z.boolean().optional().describe("Leave out the bulky parts of each item."),
  }),
  view: [
    "id",
    "name",
    "slug",
    "description",
    "in_support_hours",
    "memberships.user.id",
    "memberships.user.name",
    "memberships.schedule.name",
    "memberships.signals_on_call_schedule",
    "memberships.default_incident_role.name",
    "default_signals_escalation_policy",
    "memberships.default_incident_role.id",
    "slack_channel.name",
    "ms_teams_channel.channel_name",
    "owned_services.name",
    "responding_services.name",
  ],
});
