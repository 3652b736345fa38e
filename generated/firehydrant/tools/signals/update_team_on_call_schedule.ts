// Generated from PATCH /v1/teams/{team_id}/on_call_schedules/{schedule_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateTeamOnCallSchedule = defineTool<paths>()({
  name: "update_team_on_call_schedule",
  title: "Change an on-call schedule",
  description:
    "Changes who is on call and gets paged, where the schedule has a single rotation; a call without members clears them. With several rotations only name and description take effect; the rotations are changed with update_on_call_schedule_rotation. One shift is better moved with update_on_call_shift or override_on_call_schedule_rotation_shifts. Returns the changed schedule.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/teams/{team_id}/on_call_schedules/{schedule_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    schedule_id: z.string().describe("From list_team_on_call_schedules."),
    team_id: z.string().describe("From list_teams."),
    color: z.string().nullable().optional().describe("Hex color code."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    effective_at: z
      .string()
      .nullable()
      .optional()
      .describe(
        "When the change takes effect, ISO 8601; required when shifts are affected. The next hand-off leaves the current shift alone. Turns begin again there with the first member.",
      ),
    member_ids: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Deprecated; use members instead. Replaces the whole list. From list_users."),
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
      .describe(
        "People in the order of their turns; replaces the whole list. Left out or [], it clears the members, so send those who stay with every change.",
      ),
    name: z.string().nullable().optional().describe("Name people will see."),
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
    rotation_description: z.string().nullable().optional().describe("New description of the rotation."),
    rotation_name: z.string().nullable().optional().describe("New name of the rotation."),
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
    time_zone: z.string().nullable().optional().describe("IANA time zone of the single rotation."),
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
