// Generated from GET /v1/reports/mean_time by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getMeanTimeReport = defineTool<paths>()({
  name: "get_mean_time_report",
  title: "Chart mean times over time",
  description:
    'Answers "how are our mean times developing": the mean-time measures of the matching incidents as points per time bucket. For comparing services or teams with each other use list_mttx_metrics; for one component\'s totals, use list_infrastructure_metrics.',
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/reports/mean_time",
    query: {
      current_milestones: { commas: true },
      end_date: {},
      environments: { commas: true },
      priorities: { commas: true },
      priority_not_set: {},
      query: {},
      saved_search_id: {},
      services: { commas: true },
      severities: { commas: true },
      severity_not_set: {},
      start_date: {},
      status: {},
      teams: { commas: true },
    },
  },
  input: z.strictObject({
    current_milestones: z
      .array(z.string())
      .optional()
      .describe("Milestones they are at now. From list_lifecycle_phases (milestones[].slug)."),
    end_date: z.iso.date().optional().describe("End of the period."),
    environments: z.array(z.string()).optional().describe("From list_environments."),
    priorities: z.array(z.string()).optional().describe("From list_priorities (slug)."),
    priority_not_set: z.boolean().optional().describe("Include those without one."),
    query: z.string().optional().describe("Text to find."),
    saved_search_id: z.string().optional().describe("Saved search to apply. From list_saved_searches."),
    services: z.array(z.string()).optional().describe("From list_services."),
    severities: z.array(z.string()).optional().describe("From list_severities (slug)."),
    severity_not_set: z.boolean().optional().describe("Include those without one."),
    start_date: z.iso.date().optional().describe("Start of the period."),
    status: z
      .enum(["active", "inactive"])
      .optional()
      .describe("Open or over; stages go in current_milestones."),
    teams: z.array(z.string()).optional().describe("From list_teams."),
  }),
});
