// Generated from PATCH /v1/ticketing/tickets/{ticket_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateTicket = defineTool<paths>()({
  name: "update_ticket",
  title: "Update a ticket",
  description:
    "Changes a ticket's summary, description, state, priority, type, assignees or tags. For an incident task, use update_incident_task. Returns the ticket; sync_error_message says if passing the change on failed.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/ticketing/tickets/{ticket_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    ticket_id: z.string().describe("From list_tickets."),
    assignees: z
      .array(
        z.strictObject({
          id: z.string().describe("From list_users."),
          source: z.string().nullable().optional().describe("Where the assignee's record comes from."),
        }),
      )
      .nullable()
      .optional()
      .describe("People the ticket is assigned to; may replace the whole list."),
    description: z.string().nullable().optional().describe("Longer text of the ticket."),
    priority_id: z.string().nullable().optional().describe("From list_ticketing_priorities."),
    state: z
      .enum(["open", "in_progress", "cancelled", "done"])
      .nullable()
      .optional()
      .describe("State of the work."),
    summary: z.string().nullable().optional().describe("Short title of the ticket."),
    tag_list: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Tags; may replace the whole list. From list_ticket_tags (name)."),
    type: z.enum(["incident", "task", "follow_up"]).nullable().optional().describe("Ticket type."),
  }),
  view: [
    "id",
    "summary",
    "type",
    "state",
    "priority.name",
    "assignees.name",
    "incident_id",
    "incident_name",
    "due_at",
    "tag_list",
    "link.href_url",
    "sync_error_message",
  ],
});
