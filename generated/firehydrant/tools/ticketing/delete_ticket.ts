// Generated from DELETE /v1/ticketing/tickets/{ticket_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteTicket = defineTool<paths>()({
  name: "delete_ticket",
  title: "Archive a ticket",
  description:
    "Archives a ticket in FireHydrant; no tool brings it back. To close the work but keep the ticket, update_ticket with state done or cancelled. Answers without a body.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/ticketing/tickets/{ticket_id}" },
  input: z.strictObject({ ticket_id: z.string().describe("From list_tickets.") }),
});
