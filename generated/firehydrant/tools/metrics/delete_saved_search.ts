// Generated from DELETE /v1/saved_searches/{resource_type}/{saved_search_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteSavedSearch = defineTool<paths>()({
  name: "delete_saved_search",
  title: "Delete a saved search",
  description:
    "Deletes a saved search; no tool here restores it. The incidents, alerts or other resources it filtered stay as they are.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/saved_searches/{resource_type}/{saved_search_id}" },
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
