// Generated from GET /v1/metrics/incidents by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidentMetrics = defineTool<paths>()({
  name: "list_incident_metrics",
  title: "Chart incident counts over time",
  description:
    'Answers "how many incidents were there over time, and how long did they take": counts, mean times and total time, in seconds, per day, week or month, in total or by severity, priority, component or user. Incident records give durations in ISO 8601 instead. For healthiness and change between periods use list_mttx_metrics; for only the mean times, use get_mean_time_report. Returns time buckets and the group keys.',
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/metrics/incidents",
    query: {
      bucket_size: {},
      by: {},
      conditions: {},
      end_date: {},
      sort_direction: {},
      sort_field: {},
      sort_limit: {},
      start_date: {},
    },
  },
  input: z.strictObject({
    bucket_size: z
      .enum(["week", "day", "month", "all_time"])
      .optional()
      .describe("Length of one time bucket."),
    by: z
      .enum([
        "total",
        "severity",
        "priority",
        "functionality",
        "service",
        "environment",
        "user",
        "user_involvement",
      ])
      .optional()
      .describe("What to split the numbers by."),
    conditions: z.string().optional().describe("Advanced filter, JSON text of logic and user_data."),
    end_date: z.iso.date().optional().describe("End of the period."),
    sort_direction: z
      .enum(["asc", "desc"])
      .optional()
      .describe("Order of the ranking. Ignored without by, or with by total."),
    sort_field: z
      .enum(["mttd", "mtta", "mttm", "mttr", "count", "total_time"])
      .optional()
      .describe("Measure to rank the groups by. Ignored without by, or with by total."),
    sort_limit: z
      .int()
      .optional()
      .describe(
        "How many groups to keep, the first ones by sort_field and sort_direction. Ignored without by, or with by total.",
      ),
    start_date: z.iso.date().optional().describe("Start of the period."),
  }),
  ignoredArguments: {
    sort_field: { without: "by", with: ["total"] },
    sort_direction: { without: "by", with: ["total"] },
    sort_limit: { without: "by", with: ["total"] },
  },
});
