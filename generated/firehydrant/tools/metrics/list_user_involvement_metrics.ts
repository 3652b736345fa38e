// Generated from GET /v1/metrics/user_involvements by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listUserInvolvementMetrics = defineTool<paths>()({
  name: "list_user_involvement_metrics",
  title: "Chart responder load",
  description:
    'Answers "who spends how much time on incidents": user counts, incident counts and time spent per time bucket. For on-call hours use export_signals_shift_analytics.',
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/metrics/user_involvements",
    query: {
      bucket_size: {},
      by: {},
      end_date: {},
      sort_direction: {},
      sort_field: {},
      sort_limit: {},
      start_date: {},
    },
  },
  input: z.strictObject({
    bucket_size: z
      .enum(["day", "week", "month", "all_time"])
      .optional()
      .describe("Length of one time bucket."),
    by: z.string().optional().describe("What to split the numbers by."),
    end_date: z.iso.date().optional().describe("End of the period."),
    sort_direction: z.enum(["asc", "desc"]).optional().describe("Order of the ranking."),
    sort_field: z
      .enum(["user_count", "incident_count", "time_spent"])
      .optional()
      .describe("Measure to rank the groups by."),
    sort_limit: z.int().optional().describe("How many groups to keep."),
    start_date: z.iso.date().optional().describe("Start of the period."),
  }),
});
