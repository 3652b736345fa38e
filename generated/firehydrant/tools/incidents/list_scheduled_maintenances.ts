// Generated from GET /v1/scheduled_maintenances by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listScheduledMaintenances = defineTool<paths>()({
  name: "list_scheduled_maintenances",
  title: "List scheduled maintenances",
  description:
    "Lists scheduled maintenances with their time windows, impacts and status pages, to distinguish planned work from an outage. Unplanned incidents are in list_incidents.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/scheduled_maintenances",
    query: { query: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    query: z.string().optional().describe("Text to find in the name."),
  }),
  view: ["id", "name", "summary", "starts_at", "ends_at", "impacts", "status_pages", "incident.id"],
});
