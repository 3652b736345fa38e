// Generated from GET /v1/teams by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/teams.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listTeams = defineTool<paths>()({
  name: "list_teams",
  title: "List teams",
  description:
    "Lists the organization's teams with members, owned and responding services, chat channels and default escalation policy. Use it to find a team's id by its name; get_team reads one.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/teams",
    query: { default_incident_role: {}, lite: {}, name: {}, query: {}, services: { commas: true } },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    default_incident_role: z
      .string()
      .optional()
      .describe(
        "Whether members have a default incident role: present, blank, or an incident role id. From list_incident_roles.",
      ),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    lite: z.boolean().optional().describe("Leave out the bulky parts of each item."),
    name: z.string().optional().describe("Text to find in names only."),
    query: z.string().optional().describe("Text to find in names and descriptions."),
    services: z.array(z.string()).optional().describe("From list_services."),
  }),
  view: [
    "id",
    "name",
    "slug",
    "description",
    "memberships.user.id",
    "memberships.user.name",
    "memberships.signals_on_call_schedule.name",
    "memberships.default_incident_role.name",
    "default_signals_escalation_policy",
    "slack_channel.name",
    "owned_services.name",
    "responding_services.name",
  ],
});
