// Generated from POST /v1/task_lists by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/tasks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createTaskList = defineTool<paths>()({
  name: "create_task_list",
  title: "Create a task list",
  description:
    "Creates a task list, a template for later incidents; no incident changes. To put a list's tasks on an incident, use create_incident_task_list. Returns the list.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/task_lists", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    name: z.string().describe("Name people will see."),
    task_list_items: z
      .array(
        z.strictObject({
          summary: z.string().describe("Short name of the task."),
          description: z.string().nullable().optional().describe("More on the task, where useful."),
        }),
      )
      .describe("Tasks the list consists of."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
  }),
});
