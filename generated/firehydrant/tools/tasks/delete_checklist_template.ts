// Generated from DELETE /v1/checklist_templates/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/tasks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteChecklistTemplate = defineTool<paths>()({
  name: "delete_checklist_template",
  title: "Archive a checklist template",
  description:
    "Archives a checklist template; no tool brings it back. To take it off some services only, update_checklist_template with their remove flag. Answers without a body.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/checklist_templates/{id}",
    pathParameters: { id: { argument: "checklist_template_id" } },
  },
  input: z.strictObject({ checklist_template_id: z.string().describe("From list_checklist_templates.") }),
  formerArguments: { id: { now: "checklist_template_id" } },
});
