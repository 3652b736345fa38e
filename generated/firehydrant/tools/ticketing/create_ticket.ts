// Generated from POST /v1/ticketing/tickets by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createTicket = defineTool<paths>()({
  name: "create_ticket",
  title: "Create a ticket",
  description:
    "Creates a ticket in a ticketing project, or takes in an existing external ticket by its URL. Type follow_up is work after an incident. For work during the response, use create_incident_task; convert_incident_task turns such a task into a follow-up. Returns the ticket; sync_error_message says why passing it on to the ticketing tool failed.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/ticketing/tickets",
    body: {
      type: "application/json",
      as: "json",
      fields: { project_id: { argument: "ticketing_project_id" } },
    },
  },
  input: z.strictObject({
    summary: z.string().describe("Short title of the ticket."),
    assignees: z
      .array(
        z.strictObject({
          id: z.string().describe("From list_users."),
          source: z.string().nullable().optional().describe("Where the assignee's record comes from."),
        }),
      )
      .nullable()
      .optional()
      .describe("People the ticket is assigned to."),
    description: z.string().nullable().optional().describe("Longer text of the ticket."),
    priority_id: z.string().nullable().optional().describe("From list_ticketing_priorities."),
    related_to: z
      .string()
      .nullable()
      .optional()
      .describe(
        "Incident the ticket belongs to, written incident/ and its UUID. From list_incidents, as incident/<id>.",
      ),
    remote_url: z
      .string()
      .nullable()
      .optional()
      .describe("URL of an existing ticket in a connected, configured ticketing tool."),
    state: z
      .enum(["open", "in_progress", "cancelled", "done"])
      .nullable()
      .optional()
      .describe("State of the work."),
    tag_list: z.array(z.string()).nullable().optional().describe("From list_ticket_tags (name)."),
    ticketing_project_id: z.string().nullable().optional().describe("From list_ticketing_projects."),
    type: z
      .enum(["incident", "task", "follow_up"])
      .nullable()
      .optional()
      .describe("task is work during the response, follow_up is work afterwards."),
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
  formerArguments: { project_id: { now: "ticketing_project_id" } },
});
