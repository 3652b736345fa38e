// Generated from GET /v1/incidents/{incident_id}/events by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidentEvents = defineTool<paths>()({
  name: "list_incident_events",
  title: "List timeline events",
  description:
    "Lists the timeline of an incident: notes, chat messages, impact and milestone changes, alerts, role and team changes, runbook steps, tasks and tickets. Use it to see what happened, when and by whom. Spoken words are in list_transcript_entries. Returns events with type, time, author, visibility and data by type.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/incidents/{incident_id}/events",
    query: { types: { commas: true } },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    types: z
      .array(
        z.enum([
          "note",
          "bulk_update",
          "generic_chat_message",
          "chat_message",
          "incident_status",
          "bulk_milestone_update",
          "generic_resource_change",
          "incident_restriction",
          "children_changed",
          "change_type",
          "role_update",
          "team_assignment",
          "alert_linked",
          "alert_event",
          "task_update",
          "add_task_list",
          "ticket_update",
          "runbook_attachment",
          "runbook_step_execution_update",
          "general_update",
          "incident_attachment",
          "external_link",
        ]),
      )
      .optional()
      .describe(
        "Only these kinds. note was posted directly to a status page; bulk_update is a note, an impact and whatever changed with it; generic_chat_message came by web or API, chat_message from Slack or Teams; general_update is a stopped runbook.",
      ),
  }),
  view: ["id", "type", "occurred_at", "author.name", "visibility", "data"],
});
