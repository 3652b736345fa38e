// Generated from GET /v1/saved_searches/{resource_type}/{saved_search_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getSavedSearch = defineTool<paths>()({
  name: "get_saved_search",
  title: "Get a saved search",
  description:
    "Reads one saved search with its name, filter values, owner and whether it is private. It does not run the search.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/saved_searches/{resource_type}/{saved_search_id}" },
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
  }),
});
