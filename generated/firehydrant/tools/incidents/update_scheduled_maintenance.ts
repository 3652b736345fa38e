// Generated from PATCH /v1/scheduled_maintenances/{scheduled_maintenance_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateScheduledMaintenance = defineTool<paths>()({
  name: "update_scheduled_maintenance",
  title: "Update a scheduled maintenance",
  description:
    "Changes a scheduled maintenance and updates its announcements on status pages, where customers read them. FireHydrant does not say whether impacts and status_pages replace the earlier lists, so it is safer to send the complete lists. Returns the maintenance.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/scheduled_maintenances/{scheduled_maintenance_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    scheduled_maintenance_id: z.string().describe("From list_scheduled_maintenances."),
    description: z.string().nullable().optional().describe("What will be done, in detail."),
    ends_at: z.iso.datetime({ offset: true, local: true }).nullable().optional().describe("When it ends."),
    impacts: z
      .array(
        z.strictObject({
          condition_id: z
            .string()
            .describe("How badly it is affected. From list_severity_matrix_conditions."),
          id: z
            .string()
            .describe(
              "The component affected. From list_services, list_environments or list_functionalities, by type.",
            ),
          type: z.enum(["service", "environment", "functionality"]).describe("Kind of component."),
        }),
      )
      .nullable()
      .optional()
      .describe("Components affected, each with how badly; send the complete list."),
    labels: z
      .record(z.string(), z.string())
      .nullable()
      .optional()
      .describe("Labels as key and value strings; may replace the whole set."),
    name: z.string().nullable().optional().describe("Title of the maintenance."),
    starts_at: z.iso
      .datetime({ offset: true, local: true })
      .nullable()
      .optional()
      .describe("When it begins."),
    status_pages: z
      .array(
        z.strictObject({
          connection_id: z
            .string()
            .describe(
              "The status page. From list_hosted_status_pages for integration_slug nunc or list_statuspage_connections for statuspage.",
            ),
          integration_slug: z
            .enum(["nunc", "statuspage"])
            .nullable()
            .optional()
            .describe("nunc is hosted by FireHydrant, statuspage by Atlassian."),
        }),
      )
      .nullable()
      .optional()
      .describe("Status pages to show it on; send the complete list."),
    summary: z.string().nullable().optional().describe("Short account of the work."),
  }),
  view: ["id", "name", "summary", "starts_at", "ends_at", "impacts", "status_pages", "incident.id"],
});
