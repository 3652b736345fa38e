// Generated from GET /v1/saved_searches/{resource_type} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listSavedSearches = defineTool<paths>()({
  name: "list_saved_searches",
  title: "List saved searches",
  description:
    "Lists the stored filters for one kind of resource, such as incidents or alerts, with their filter values. Their ids serve as saved_search_id in the metrics and incident lists.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/saved_searches/{resource_type}",
    query: { query: {}, user_id: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
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
      .describe("Kind of resource the searches filter."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    query: z.string().optional().describe("Text to find in the search's name."),
    user_id: z.string().optional().describe("User whose searches to list. From list_users."),
  }),
});
