// Generated from PATCH /v1/incidents/{incident_id}/tasks/{task_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/tasks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateIncidentTask = defineTool<paths>()({
  name: "update_incident_task",
  title: "Update an incident task",
  description:
    "Changes an incident task's title, description, state, assignee or due time. To make it a follow-up, use convert_incident_task; for a ticket, use update_ticket. Returns the task.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/incidents/{incident_id}/tasks/{task_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    task_id: z.string().describe("From list_incident_tasks."),
    assignee_id: z.string().nullable().optional().describe("From list_users."),
    description: z.string().nullable().optional().describe("What is to be done, in more detail."),
    due_at: z
      .string()
      .nullable()
      .optional()
      .describe("When it is due; a relative value such as 5m works too."),
    state: z
      .enum(["open", "in_progress", "cancelled", "done"])
      .nullable()
      .optional()
      .describe("State of the task."),
    title: z.string().nullable().optional().describe("Short name of the task."),
  }),
});
