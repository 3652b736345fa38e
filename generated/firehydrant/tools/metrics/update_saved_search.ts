// Generated from PATCH /v1/saved_searches/{resource_type}/{saved_search_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateSavedSearch = defineTool<paths>()({
  name: "update_saved_search",
  title: "Update a saved search",
  description:
    "Changes the name, filters or privacy of a saved search and returns it. Reports and lists that use its id then filter accordingly.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/saved_searches/{resource_type}/{saved_search_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    resource_type: z
      .enum([
        "change_events",
        "incidents",
        "services",
        "scheduled_maintenances",
        "ticket_tasks",
        "ticket_follow_ups",
        "analytics",
        "impact_analytics",
        "alerts",
        "alert_analytics",
        "incident_events",
      ])
      .describe("Kind of resource the search filters."),
    saved_search_id: z.string().describe("From list_saved_searches."),
    filter_values: z
      .record(z.string(), z.any())
      .nullable()
      .optional()
      .describe("New filters as key and value pairs."),
    is_private: z.boolean().nullable().optional().describe("Whether the search stays private."),
    name: z.string().nullable().optional().describe("New name of the search."),
  }),
});
