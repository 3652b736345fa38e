// Generated from POST /v1/teams/{team_id}/call_routes by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/call_routes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createTeamCallRoute = defineTool<paths>()({
  name: "create_team_call_route",
  title: "Create a call route",
  description:
    "Creates a call route for a team: from then on, calls to its phone number ring or notify the people behind its target or steps. Returns the new route with its id. update_call_route changes an existing one.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/teams/{team_id}/call_routes",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    name: z.string().describe("Name people will see."),
    phone_number: z
      .string()
      .describe("Phone number of the route; update_call_route has no way to change it."),
    routing_mode: z
      .enum(["ROUTING_MODE_TAKE_MESSAGE", "ROUTING_MODE_DIRECT_CONNECT"])
      .describe("Whether callers leave a message or are connected to someone."),
    team_id: z.string().describe("From list_teams."),
    connect_mode: z
      .enum(["CONNECT_MODE_CONFERENCE", "CONNECT_MODE_DIRECT_DIAL"])
      .nullable()
      .optional()
      .describe("How a connected call is set up."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    greeting_message: z.string().nullable().optional().describe("Greeting for callers."),
    steps: z
      .array(
        z.strictObject({
          target_id: z
            .string()
            .describe("From list_users or list_organization_on_call_schedules, by target_type."),
          target_type: z.enum(["User", "OnCallSchedule"]),
          timeout: z.string().describe("Seconds this step lasts."),
          on_call_rotation_id: z
            .string()
            .nullable()
            .optional()
            .describe(
              "Only for an OnCallSchedule target. Default: the first rotation of the schedule. From list_organization_on_call_schedules (rotations[].id).",
            ),
        }),
      )
      .nullable()
      .optional()
      .describe("Whom to ring, in order."),
    target: z
      .strictObject({
        id: z
          .string()
          .describe(
            "From list_users, list_teams, list_organization_on_call_schedules, list_team_escalation_policies or list_signals_webhook_targets or get_team (slack_channel.id, ms_teams_channel.id), by type.",
          ),
        type: z.enum(["EscalationPolicy", "OnCallSchedule", "User"]).describe("Kind of target."),
      })
      .nullable()
      .optional()
      .describe("Who is notified of calls; required unless the connect mode is direct dial."),
  }),
  view: ["id", "name", "description", "phone_number", "routing_mode", "connect_mode", "target", "steps"],
});
