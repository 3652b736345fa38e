// Generated from DELETE /v1/status_update_templates/{status_update_template_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/communication.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteStatusUpdateTemplate = defineTool<paths>()({
  name: "delete_status_update_template",
  title: "Delete a status update template",
  description:
    "Deletes a status update template for everyone in the organization; no tool brings it back. It does not remove an update that was already posted.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/status_update_templates/{status_update_template_id}" },
  input: z.strictObject({
    status_update_template_id: z.string().describe("From list_status_update_templates."),
  }),
});
