// Generated from PATCH /v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations/{rotation_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateOnCallScheduleRotation = defineTool<paths>()({
  name: "update_on_call_schedule_rotation",
  title: "Change an on-call rotation",
  description:
    "Changes who is on call and gets paged by editing a rotation from a given time on. For a swap or a day off, override_on_call_schedule_rotation_shifts keeps the rotation as it is; preview_on_call_schedule_rotation shows the outcome first. Returns the rotation.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations/{rotation_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    rotation_id: z.string().describe("From get_team_on_call_schedule (rotations[].id)."),
    schedule_id: z.string().describe("From list_team_on_call_schedules."),
    team_id: z.string().describe("From list_teams."),
    color: z.string().nullable().optional().describe("Hex color code."),
    coverage_gap_notification_interval: z
      .string()
      .nullable()
      .optional()
      .describe("ISO 8601 duration ahead to check for coverage gaps; the team is notified daily at 9am."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    effective_at: z
      .string()
      .nullable()
      .optional()
      .describe(
        "When the change takes effect, ISO 8601; required when members or other things that decide shifts change. Away from a hand-off it recreates shifts, past ones too, and can change who is on call now; take the next hand-off. Turns begin again there with the first member: to keep who is next, take the hand-off at which the first member is due, or list the members from the next one on.",
      ),
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
      .describe("People in the order of their turns; replaces the whole list."),
    name: z.string().nullable().optional().describe("Name people will see."),
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
      .describe("Hours of the week covered; replaces the whole list."),
    slack_user_group_id: z
      .string()
      .nullable()
      .optional()
      .describe("Slack user group kept in sync with the person on call. From list_slack_usergroups."),
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
      .nullable()
      .optional()
      .describe("How shifts are generated."),
    time_zone: z.string().nullable().optional().describe("Time zone of the rotation, usually an IANA name."),
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
