// Generated from POST /v1/incidents/{incident_id}/tasks/{task_id}/convert by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/tasks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const convertIncidentTask = defineTool<paths>()({
  name: "convert_incident_task",
  title: "Convert a task to a follow-up",
  description:
    "Turns an incident task into a follow-up, for work that outlasts the response; no tool turns it back. For a follow-up without a task, use create_ticket. Returns the incident's remaining tasks, not the new follow-up, which is the newest in list_tickets.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/tasks/{task_id}/convert",
    body: {
      type: "application/json",
      as: "json",
      fields: { project_id: { argument: "ticketing_project_id" } },
    },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    task_id: z.string().describe("From list_incident_tasks."),
    description: z.string().nullable().optional().describe("Longer text of the follow-up."),
    state: z
      .enum(["open", "in_progress", "cancelled", "done"])
      .nullable()
      .optional()
      .describe("State of the follow-up."),
    summary: z.string().nullable().optional().describe("Short title of the follow-up."),
    tag_list: z.array(z.string()).nullable().optional().describe("From list_ticket_tags (name)."),
    ticketing_project_id: z
      .string()
      .nullable()
      .optional()
      .describe("Project in which the follow-up is filed. From list_ticketing_projects."),
  }),
  formerArguments: { project_id: { now: "ticketing_project_id" } },
});
