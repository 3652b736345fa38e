// Generated from GET /v1/integrations/zendesk/{connection_id}/tickets/search by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const searchZendeskTickets = defineTool<paths>()({
  name: "search_zendesk_tickets",
  title: "Search Zendesk tickets",
  description:
    "Searches the tickets of one Zendesk connection by text, for instance to find customers who report an outage. Returns title, priority, customers and attached incidents. With a known ticket id, search_zendesk_support_issues is enough.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/integrations/zendesk/{connection_id}/tickets/search",
    query: { query: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    connection_id: z.string().describe("From list_integration_connections."),
    query: z.string().describe("Text to search tickets for."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
  view: [
    "remote_id",
    "title",
    "description",
    "type",
    "priority",
    "customers.name",
    "remote_url",
    "attached_incidents.id",
    "attached_incidents.number",
    "attached_incidents.name",
  ],
});
