// Generated from POST /v1/teams/{team_id}/on_call_schedules/preview by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const previewTeamOnCallSchedule = defineTool<paths>()({
  name: "preview_team_on_call_schedule",
  title: "Preview an on-call schedule",
  description:
    "Shows the shifts a new on-call schedule would produce, without saving it or putting anyone on call. create_team_on_call_schedule saves it; for one rotation of an existing schedule there is preview_on_call_schedule_rotation.",
  access: "custom",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/teams/{team_id}/on_call_schedules/preview",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    name: z.string().describe("Name people will see."),
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
      .describe("The rotations to preview."),
    team_id: z.string().describe("From list_teams."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    from: z.string().nullable().optional().describe("Start of the preview, ISO 8601. Default: now."),
    to: z
      .string()
      .nullable()
      .optional()
      .describe("End of the preview, ISO 8601. Default: two weeks from now."),
  }),
});
