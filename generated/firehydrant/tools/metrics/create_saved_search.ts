// Generated from POST /v1/saved_searches/{resource_type} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createSavedSearch = defineTool<paths>()({
  name: "create_saved_search",
  title: "Save a search",
  description:
    "Stores a set of filters under a name, private or not, and returns it. It runs nothing; the resource's own list applies it by id.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/saved_searches/{resource_type}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    filter_values: z
      .record(z.string(), z.any())
      .describe("Filters as key and value pairs; list_saved_searches shows existing ones."),
    name: z.string().describe("Name of the search."),
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
    is_private: z.boolean().nullable().optional().describe("Whether the search stays private."),
  }),
});
