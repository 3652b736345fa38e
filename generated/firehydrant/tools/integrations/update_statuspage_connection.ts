// Generated from PATCH /v1/integrations/statuspage/connections/{connection_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateStatuspageConnection = defineTool<paths>()({
  name: "update_statuspage_connection",
  title: "Update a Statuspage connection",
  description:
    "Changes how incidents are shown to customers on Atlassian Statuspage: which page is used and how conditions, milestones and severities translate to it. The pages to choose from are in list_statuspage_connection_pages. FireHydrant does not say whether a list sent here replaces the stored one, so it is safer to send the complete list of get_statuspage_connection. Returns the connection.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/integrations/statuspage/connections/{connection_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    connection_id: z.string().describe("From list_statuspage_connections."),
    conditions: z
      .array(
        z.strictObject({
          condition_id: z.string().describe("From list_severity_matrix_conditions."),
          statuspageio_condition: z
            .enum(["operational", "degraded_performance", "minor_outage", "major_outage"])
            .describe("Statuspage condition it translates to."),
        }),
      )
      .nullable()
      .optional()
      .describe("Condition mappings; may replace the whole list."),
    milestone_mappings: z
      .array(
        z.strictObject({
          milestone_id: z.string().describe("From list_lifecycle_phases (milestones[].id)."),
          status: z
            .enum(["investigating", "identified", "monitoring", "resolved"])
            .describe("Statuspage incident status shown at that milestone."),
        }),
      )
      .nullable()
      .optional()
      .describe("Milestone mappings; may replace the whole list."),
    page_id: z
      .string()
      .nullable()
      .optional()
      .describe("Statuspage page to publish to. From list_statuspage_connection_pages."),
    severities: z
      .array(
        z.strictObject({
          remote_status: z.string().describe("Statuspage severity it translates to."),
          severity_slug: z
            .string()
            .describe("FireHydrant severity to translate. From list_severities (slug)."),
        }),
      )
      .nullable()
      .optional()
      .describe("Severity mappings; may replace the whole list."),
  }),
});
