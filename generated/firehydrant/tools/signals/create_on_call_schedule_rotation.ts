// Generated from POST /v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createOnCallScheduleRotation = defineTool<paths>()({
  name: "create_on_call_schedule_rotation",
  title: "Add an on-call rotation",
  description:
    "Puts more people on call: adds a rotation to an existing schedule, whose members may then be paged. preview_on_call_schedule_rotation shows the shifts first. Returns the rotation with its shifts.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    name: z.string().describe("Name people will see."),
    schedule_id: z.string().describe("From list_team_on_call_schedules."),
    strategy: z
      .strictObject({
        type: z.enum(["daily", "weekly", "custom"]),
        handoff_day: z
          .enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
          .nullable()
          .optional()
          .describe("Weekday of handoff, for weekly only."),
        handoff_time: z
          .string()
          .nullable()
          .optional()
          .describe("Time of day of handoff, ISO 8601; for daily and weekly."),
        shift_duration: z
          .string()
          .nullable()
          .optional()
          .describe("Length of a shift, ISO 8601 duration; for custom only."),
      })
      .describe("How shifts are generated."),
    team_id: z.string().describe("From list_teams."),
    time_zone: z.string().describe("Time zone of the rotation, usually an IANA name."),
    color: z.string().nullable().optional().describe("Hex color code."),
    coverage_gap_notification_interval: z
      .string()
      .nullable()
      .optional()
      .describe("ISO 8601 duration ahead to check for coverage gaps; the team is notified daily at 9am."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    enable_slack_channel_notifications: z
      .boolean()
      .nullable()
      .optional()
      .describe("Posts handoffs to the team's Slack channel."),
    members: z
      .array(
        z.strictObject({
          user_id: z
            .string()
            .nullable()
            .optional()
            .describe("May repeat; null makes an unassigned slot. From list_users."),
        }),
      )
      .nullable()
      .optional()
      .describe("People in the order of their turns."),
    prevent_shift_deletion: z
      .boolean()
      .nullable()
      .optional()
      .describe("Keeps users from deleting shifts and leaving gaps."),
    restrictions: z
      .array(
        z.strictObject({
          end_day: z.enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]),
          end_time: z.string().describe("Time of day it ends, ISO 8601."),
          start_day: z.enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]),
          start_time: z.string().describe("Time of day it starts, ISO 8601."),
        }),
      )
      .nullable()
      .optional()
      .describe("Limits the rotation to certain hours of the week."),
    slack_user_group_id: z
      .string()
      .nullable()
      .optional()
      .describe("Slack user group kept in sync with the person on call. From list_slack_usergroups."),
    start_time: z
      .string()
      .nullable()
      .optional()
      .describe(
        "Start of the first shift, ISO 8601, for every strategy. Without it, shifts follow only the strategy. No answer shows it.",
      ),
  }),
  view: [
    "id",
    "name",
    "description",
    "team.name",
    "time_zone",
    "members.id",
    "members.name",
    "strategy",
    "restrictions",
    "shifts.id",
    "shifts.user.name",
    "shifts.start_time",
    "shifts.end_time",
  ],
});
