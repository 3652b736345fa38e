// Generated from GET /v1/ticketing/ticket_tags by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listTicketTags = defineTool<paths>()({
  name: "list_ticket_tags",
  title: "List ticket tags",
  description:
    "Lists the names of the tags on the organization's tickets, for filtering list_tickets or tagging a ticket. For tags of incidents, use list_incident_tags. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/ticketing/ticket_tags", query: { prefix: {} } },
  input: z.strictObject({ prefix: z.string().optional().describe("Beginning of the tag names to list.") }),
});
