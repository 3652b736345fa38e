// Generated from GET /v1/ticketing/tickets by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listTickets = defineTool<paths>()({
  name: "list_tickets",
  title: "List tickets",
  description:
    "Lists the organization's tickets across incidents (incident, task and follow_up), with state, assignees, incident and link. For the tasks of one incident, use list_incident_tasks; for tickets held in Zendesk, use search_zendesk_tickets.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/ticketing/tickets",
    query: { assigned_user: {}, state: {}, tag_match_strategy: {}, tags: { commas: true } },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    assigned_user: z
      .string()
      .optional()
      .describe("Id of the user the tickets are assigned to. From list_users."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    state: z
      .enum(["open", "in_progress", "cancelled", "done"])
      .optional()
      .describe("Only tickets in this state."),
    tag_match_strategy: z
      .enum(["any", "match_all", "exclude"])
      .optional()
      .describe("How several tags combine."),
    tags: z.array(z.string()).optional().describe("Tags. From list_ticket_tags (name)."),
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
