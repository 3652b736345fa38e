// Generated from GET /v1/task_lists by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/tasks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listTaskLists = defineTool<paths>()({
  name: "list_task_lists",
  title: "List task lists",
  description:
    "Lists the organization's task lists, the templates whose tasks can be added to incidents. For the tasks of one incident, use list_incident_tasks; for service checklists, use list_checklist_templates.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/task_lists",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
