// Generated from DELETE /v1/post_mortems/reports/{report_id}/reasons/{reason_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deletePostMortemReason = defineTool<paths>()({
  name: "delete_post_mortem_reason",
  title: "Delete a contributing factor",
  description:
    "Deletes one contributing factor from a post-mortem report; no way to restore it is documented. update_post_mortem_reason changes its text instead.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/post_mortems/reports/{report_id}/reasons/{reason_id}" },
  input: z.strictObject({
    reason_id: z.string().describe("From list_post_mortem_reasons."),
    report_id: z.string().describe("From list_post_mortem_reports."),
  }),
});
