// Generated from PATCH /v1/signals/call_routes/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/call_routes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateCallRoute = defineTool<paths>()({
  name: "update_call_route",
  title: "Change a call route",
  description:
    "Changes who is reached by callers of a call route, or its name, greeting and modes, so later calls go elsewhere. The phone number stays. get_call_route shows the present setup. Returns the changed route.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/signals/call_routes/{id}",
    pathParameters: { id: { argument: "call_route_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    call_route_id: z.string().describe("From list_call_routes."),
    connect_mode: z
      .enum(["CONNECT_MODE_CONFERENCE", "CONNECT_MODE_DIRECT_DIAL"])
      .nullable()
      .optional()
      .describe("How a connected call is set up."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    greeting_message: z.string().nullable().optional().describe("Greeting for callers."),
    name: z.string().nullable().optional().describe("Name people will see."),
    routing_mode: z
      .enum(["ROUTING_MODE_TAKE_MESSAGE", "ROUTING_MODE_DIRECT_CONNECT"])
      .nullable()
      .optional()
      .describe("Whether callers leave a message or are connected to someone."),
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
      .describe("Whom to ring, in order; replaces the whole list."),
    target: z
      .strictObject({
        id: z
          .string()
          .describe(
            "From list_users, list_teams, list_organization_on_call_schedules, list_team_escalation_policies or list_signals_webhook_targets or get_team (slack_channel.id, ms_teams_channel.id), by type.",
          ),
        type: z.enum([
          "EscalationPolicy",
          "OnCallSchedule",
          "User",
          "Webhook",
          "SlackChannel",
          "MicrosoftTeamsChannel",
        ]),
      })
      .nullable()
      .optional()
      .describe("Who is notified of calls; required unless the connect mode is direct dial."),
  }),
  view: ["id", "name", "description", "phone_number", "routing_mode", "connect_mode", "target", "steps"],
  formerArguments: { id: { now: "call_route_id" } },
});
