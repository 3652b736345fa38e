// Generated from GET /v1/signals/analytics/timeseries by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getSignalsTimeseriesAnalytics = defineTool<paths>()({
  name: "get_signals_timeseries_analytics",
  title: "Chart alert volume over time",
  description:
    'Answers "is alert volume rising": opened and acknowledged Signals alerts and incidents per day, week or month. get_signals_grouped_metrics compares rules, teams or services instead.',
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/analytics/timeseries",
    query: {
      bucket: {},
      end_date: {},
      environments: { commas: true },
      group_by: {},
      services: { commas: true },
      signal_rules: { commas: true },
      sort_by: {},
      sort_direction: {},
      start_date: {},
      tags: { commas: true },
      teams: { commas: true },
      users: { commas: true },
    },
  },
  input: z.strictObject({
    bucket: z.enum(["month", "week", "day"]).optional().describe("Length of one time bucket."),
    end_date: z.iso.datetime({ offset: true, local: true }).optional().describe("End of the period."),
    environments: z.array(z.string()).optional().describe("From list_environments."),
    group_by: z
      .enum(["signal_rules", "teams", "services", "environments", "tags"])
      .optional()
      .describe("What to group the alerts by."),
    services: z.array(z.string()).optional().describe("From list_services."),
    signal_rules: z.array(z.string()).optional().describe("From list_team_signal_rules."),
    sort_by: z
      .enum([
        "total_opened_alerts",
        "total_acked_alerts",
        "total_incidents",
        "acked_percentage",
        "incidents_percentage",
      ])
      .optional()
      .describe("Field to sort by."),
    sort_direction: z.enum(["asc", "desc"]).optional().describe("Sort order."),
    start_date: z.iso.datetime({ offset: true, local: true }).optional().describe("Start of the period."),
    tags: z.array(z.string()).optional().describe("Tags."),
    teams: z.array(z.string()).optional().describe("From list_teams."),
    users: z.array(z.string()).optional().describe("From list_users."),
  }),
});
