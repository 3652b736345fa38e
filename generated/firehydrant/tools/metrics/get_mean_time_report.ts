// Generated from GET /v1/reports/mean_time by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getMeanTimeReport = defineTool<paths>()({
  name: "get_mean_time_report",
  title: "Chart mean times over time",
  description:
    'Answers "how are our mean times developing": the mean-time measures of the matching incidents as points per time bucket. For comparing services or teams with each other use list_mttx_metrics; for one component\'s totals, list_infrastructure_metrics.',
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/reports/mean_time",
    query: {
      current_milestones: {},
      end_date: {},
      environments: {},
      priorities: {},
      priority_not_set: {},
      query: {},
      saved_search_id: {},
      services: {},
      severities: {},
      severity_not_set: {},
      start_date: {},
      status: {},
      teams: {},
    },
  },
  input: z.strictObject({
    current_milestones: z
      .string()
      .optional()
      .describe(
        "Comma-separated milestones the incidents are at now. From list_lifecycle_phases (milestones[].slug).",
      ),
    end_date: z.iso.date().optional().describe("End of the period."),
    environments: z
      .string()
      .optional()
      .describe("Comma-separated environment ids. From list_environments (id)."),
    priorities: z.string().optional().describe("Comma-separated priorities. From list_priorities (slug)."),
    priority_not_set: z.boolean().optional().describe("Includes incidents without a priority."),
    query: z.string().optional().describe("Text to find in incident names, summaries and descriptions."),
    saved_search_id: z
      .string()
      .optional()
      .describe("Saved search whose filters apply. From list_saved_searches (id)."),
    services: z.string().optional().describe("Comma-separated service ids. From list_services (id)."),
    severities: z.string().optional().describe("Comma-separated severities. From list_severities (slug)."),
    severity_not_set: z.boolean().optional().describe("Includes incidents without a severity."),
    start_date: z.iso.date().optional().describe("Start of the period."),
    status: z.string().optional().describe("active, inactive, or a milestone such as resolved."),
    teams: z.string().optional().describe("Comma-separated team ids. From list_teams (id)."),
  }),
});
