// Generated from GET /v1/checklist_templates by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/tasks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listChecklistTemplates = defineTool<paths>()({
  name: "list_checklist_templates",
  title: "List checklist templates",
  description:
    "Lists the organization's checklist templates: checks for services in the catalog, with connected services and owning team. For lists of incident tasks, use list_task_lists.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/checklist_templates",
    query: { query: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    query: z.string().optional().describe("Text to find in template names."),
  }),
  view: [
    "id",
    "name",
    "description",
    "checks",
    "connected_services.id",
    "connected_services.name",
    "owner.name",
    "updated_at",
  ],
});
