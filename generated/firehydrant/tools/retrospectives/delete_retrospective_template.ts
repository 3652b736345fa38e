// Generated from DELETE /v1/retrospective_templates/{retrospective_template_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteRetrospectiveTemplate = defineTool<paths>()({
  name: "delete_retrospective_template",
  title: "Delete a retrospective template",
  description:
    "Deletes a retrospective template, so that new retrospectives can't be opened from it. No way to restore it is documented; update_retrospective_template changes it instead.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/retrospective_templates/{retrospective_template_id}" },
  input: z.strictObject({
    retrospective_template_id: z.string().describe("From list_retrospective_templates."),
  }),
});
