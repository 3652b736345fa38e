// Generated from GET /v1/task_lists/{task_list_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/tasks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getTaskList = defineTool<paths>()({
  name: "get_task_list",
  title: "Get a task list",
  description:
    "Returns one task list (a template) with its items, author and times. For tasks on an incident, list_incident_tasks or get_incident_task.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/task_lists/{task_list_id}" },
  input: z.strictObject({ task_list_id: z.string().describe("From list_task_lists.") }),
});
