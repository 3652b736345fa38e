// Generated from GET /v1/integrations/zendesk/search by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const searchZendeskSupportIssues = defineTool<paths>()({
  name: "search_zendesk_support_issues",
  title: "Look up a Zendesk ticket",
  description:
    "Finds a Zendesk support ticket by its ticket id, with the incidents it is attached to if asked for. To find tickets by text, use search_zendesk_tickets.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/integrations/zendesk/search", query: { include: {}, ticket_id: {} } },
  input: z.strictObject({
    ticket_id: z.string().describe("Ticket id as shown in Zendesk."),
    include: z
      .string()
      .optional()
      .describe("Set to attached_incidents to add the incidents the ticket is attached to."),
  }),
});
