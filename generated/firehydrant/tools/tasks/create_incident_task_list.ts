// Generated from POST /v1/incidents/{incident_id}/task_lists by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/tasks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentTaskList = defineTool<paths>()({
  name: "create_incident_task_list",
  title: "Add a task list to an incident",
  description:
    "Adds every task of a task list (a template) to an incident, all assigned to one person if given. For a single task, use create_incident_task. The documented answer is one task; list_incident_tasks shows all.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/task_lists",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    task_list_id: z.string().describe("From list_task_lists."),
    assignee_id: z
      .string()
      .nullable()
      .optional()
      .describe("Person who gets all the added tasks. From list_users."),
  }),
});
