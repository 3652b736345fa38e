// Generated from PATCH /v1/teams/{team_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/teams.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateTeam = defineTool<paths>()({
  name: "update_team",
  title: "Update a team",
  description:
    "Changes a team; addresses in invite_emails are invited to join the organization and put on the team. memberships replaces the whole list: members left out leave the team, and an entry without incident_role_id loses its role, so send what get_team shows. Changes who is pulled into later incidents. Returns the team.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "PATCH", path: "/v1/teams/{team_id}", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    team_id: z.string().describe("From list_teams."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    invite_emails: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("E-mail addresses to invite to the organization and this team."),
    memberships: z
      .array(
        z.strictObject({
          incident_role_id: z
            .string()
            .nullable()
            .optional()
            .describe(
              "Incident role this member takes once the team joins an incident; left out, the role is lost. From list_incident_roles.",
            ),
          schedule_id: z
            .string()
            .nullable()
            .optional()
            .describe(
              "Third-party schedule; the person on call joins the incident. From list_third_party_schedules.",
            ),
          signals_on_call_schedule_id: z
            .string()
            .nullable()
            .optional()
            .describe(
              "Signals schedule; the person on call joins the incident. From list_organization_on_call_schedules.",
            ),
          user_id: z
            .string()
            .nullable()
            .optional()
            .describe("Person to add; not together with a schedule in the same entry. From list_users."),
        }),
      )
      .nullable()
      .optional()
      .describe("All members; replaces the whole list. Each entry names one user or one schedule."),
    ms_teams_channel: z
      .strictObject({
        channel_id: z.string().describe("Microsoft's channel id."),
        ms_team_id: z.string().describe("Microsoft's team id."),
      })
      .nullable()
      .optional()
      .describe("Microsoft Teams channel tied to this team."),
    name: z.string().nullable().optional().describe("Name people will see."),
    slack_channel_id: z
      .string()
      .nullable()
      .optional()
      .describe("Slack channel of the team; FireHydrant's UUID or Slack's own id."),
    slug: z.string().nullable().optional().describe("Short identifier for the team."),
  }),
  view: [
    "id",
    "name",
    "slug",
    "description",
    "memberships.user.id",
    "memberships.user.name",
    "memberships.schedule.name",
    "memberships.signals_on_call_schedule.name",
    "memberships.default_incident_role.name",
    "default_signals_escalation_policy",
    "memberships.default_incident_role.id",
    "slack_channel.name",
    "ms_teams_channel.channel_name",
    "owned_services.name",
    "responding_services.name",
  ],
});
