// Generated from POST /v1/scheduled_maintenances by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createScheduledMaintenance = defineTool<paths>()({
  name: "create_scheduled_maintenance",
  title: "Schedule a maintenance",
  description:
    "Schedules a maintenance window and shows it on the status pages given, where customers read it and subscribers may be notified. For a problem that is happening now, use create_incident. Returns the maintenance.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/scheduled_maintenances",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    ends_at: z.iso.datetime({ offset: true, local: true }).describe("When it ends."),
    name: z.string().describe("Title of the maintenance."),
    starts_at: z.iso.datetime({ offset: true, local: true }).describe("When it begins."),
    description: z.string().nullable().optional().describe("What will be done, in detail."),
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
      .describe("Components affected, each with how badly."),
    labels: z
      .record(z.string(), z.string())
      .nullable()
      .optional()
      .describe("Labels as key and value strings."),
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
      .describe("Status pages to show it on."),
    summary: z.string().nullable().optional().describe("Short account of the work."),
  }),
  view: ["id", "name", "summary", "starts_at", "ends_at", "impacts", "status_pages", "incident.id"],
});
