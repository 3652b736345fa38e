// Generated from PATCH /v1/post_mortems/reports/{report_id}/fields/{field_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updatePostMortemField = defineTool<paths>()({
  name: "update_post_mortem_field",
  title: "Fill in a post-mortem field",
  description:
    "Sets the value of one field in a post-mortem report, overwriting the previous one. update_incident_retrospective_field is for the template-based retrospectives. Returns the field's id, name and value.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/post_mortems/reports/{report_id}/fields/{field_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    field_id: z.string().describe("Field of the report to change."),
    report_id: z.string().describe("From list_post_mortem_reports."),
    value: z.string().describe("New value of the field."),
  }),
});
