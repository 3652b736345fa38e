// Generated from DELETE /v1/task_lists/{task_list_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/tasks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteTaskList = defineTool<paths>()({
  name: "delete_task_list",
  title: "Delete a task list",
  description:
    "Deletes a task list, so it can no longer be added to incidents; no tool restores it. For a single task on an incident, use delete_incident_task.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/task_lists/{task_list_id}" },
  input: z.strictObject({ task_list_id: z.string().describe("From list_task_lists.") }),
});
