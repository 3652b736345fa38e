// Generated from POST /v1/teams/{team_id}/on_call_schedules by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createTeamOnCallSchedule = defineTool<paths>()({
  name: "create_team_on_call_schedule",
  title: "Create an on-call schedule",
  description:
    "Puts people on call: creates a schedule for a team with its rotations, whose members may then be paged. Give rotations, or the older single-rotation arguments with time_zone and strategy. preview_team_on_call_schedule shows the shifts first without saving. Returns the schedule with its id.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/teams/{team_id}/on_call_schedules",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    name: z.string().describe("Name people will see."),
    team_id: z.string().describe("From list_teams."),
    color: z
      .string()
      .nullable()
      .optional()
      .describe("Deprecated; use rotations instead. Hex color of the rotation."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    member_ids: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Deprecated; use rotations instead. From list_users."),
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
      .describe("Deprecated; use rotations instead. People in the order of their turns."),
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
      .describe("Deprecated; use rotations instead. Hours of the week covered."),
    rotation_description: z
      .string()
      .nullable()
      .optional()
      .describe("Deprecated; use rotations instead. Default: the schedule description."),
    rotation_name: z
      .string()
      .nullable()
      .optional()
      .describe("Deprecated; use rotations instead. Default: the schedule name."),
    rotations: z
      .array(
        z.strictObject({
          name: z.string(),
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
          time_zone: z.string().describe("Time zone of the rotation, usually an IANA name."),
          color: z.string().nullable().optional(),
          coverage_gap_notification_interval: z
            .string()
            .nullable()
            .optional()
            .describe(
              "ISO 8601 duration ahead to check for coverage gaps; the team is notified daily at 9am.",
            ),
          description: z.string().nullable().optional(),
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
                end_day: z.enum([
                  "monday",
                  "tuesday",
                  "wednesday",
                  "thursday",
                  "friday",
                  "saturday",
                  "sunday",
                ]),
                end_time: z.string().describe("Time of day it ends, ISO 8601."),
                start_day: z.enum([
                  "monday",
                  "tuesday",
                  "wednesday",
                  "thursday",
                  "friday",
                  "saturday",
                  "sunday",
                ]),
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
      )
      .nullable()
      .optional()
      .describe("The rotations; preferred over the single-rotation arguments."),
    slack_user_group_id: z
      .string()
      .nullable()
      .optional()
      .describe(
        "Deprecated; use rotations instead. Slack user group kept in sync with the person on call. From list_slack_usergroups.",
      ),
    start_time: z
      .string()
      .nullable()
      .optional()
      .describe(
        "Deprecated; use rotations instead. Start of the first shift, for every strategy; no answer shows it.",
      ),
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
      .describe("Deprecated; use rotations instead. Required without rotations."),
    time_zone: z
      .string()
      .nullable()
      .optional()
      .describe("Deprecated; use rotations instead. IANA name; required without rotations."),
  }),
  view: [
    "id",
    "name",
    "description",
    "team.name",
    "time_zone",
    "rotations.id",
    "rotations.name",
    "rotations.members.id",
    "rotations.members.name",
    "rotations.strategy",
    "rotations.shifts.id",
    "rotations.shifts.user.name",
    "rotations.shifts.start_time",
    "rotations.shifts.end_time",
  ],
});
