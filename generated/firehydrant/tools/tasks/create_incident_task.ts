// Generated from POST /v1/incidents/{incident_id}/tasks by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/tasks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentTask = defineTool<paths>()({
  name: "create_incident_task",
  title: "Create an incident task",
  description:
    "Adds one task to an incident: work during the response. For later work, create_ticket makes a ticket of type follow_up. For a prepared list, use create_incident_task_list. Returns the task.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/tasks",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    title: z.string().describe("Short name of the task."),
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
  }),
});
