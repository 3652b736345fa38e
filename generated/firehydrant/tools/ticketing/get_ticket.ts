// Generated from GET /v1/ticketing/tickets/{ticket_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getTicket = defineTool<paths>()({
  name: "get_ticket",
  title: "Get a ticket",
  description:
    "Returns one ticket by its FireHydrant id: summary, state, priority, assignees, incident, link to the external ticket and any sync error. For an incident task, use get_incident_task.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/ticketing/tickets/{ticket_id}" },
  input: z.strictObject({ ticket_id: z.string().describe("From list_tickets.") }),
  view: [
    "id",
    "summary",
    "description",
    "type",
    "state",
    "priority.name",
    "assignees.name",
    "incident_id",
    "incident_name",
    "due_at",
    "link.href_url",
    "sync_error_message",
  ],
});
