// Generated from PATCH /v1/task_lists/{task_list_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/tasks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateTaskList = defineTool<paths>()({
  name: "update_task_list",
  title: "Update a task list",
  description:
    "Changes a task list's name, description or items. Items carry no ids, so a list given here replaces the former one. For a task on an incident, use update_incident_task. Returns the list.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/task_lists/{task_list_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    task_list_id: z.string().describe("From list_task_lists."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    name: z.string().nullable().optional().describe("Name people will see."),
    task_list_items: z
      .array(
        z.strictObject({
          summary: z.string().describe("Short name of the task."),
          description: z.string().nullable().optional().describe("More on the task, where useful."),
        }),
      )
      .nullable()
      .optional()
      .describe("All tasks of the list; replaces the whole list."),
  }),
});
