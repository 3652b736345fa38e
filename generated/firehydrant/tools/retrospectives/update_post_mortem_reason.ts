// Generated from PATCH /v1/post_mortems/reports/{report_id}/reasons/{reason_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updatePostMortemReason = defineTool<paths>()({
  name: "update_post_mortem_reason",
  title: "Reword a contributing factor",
  description:
    "Replaces the text of one contributing factor in a post-mortem report; the old text is lost. To change its place, use reorder_post_mortem_reasons. Returns the factor.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/post_mortems/reports/{report_id}/reasons/{reason_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    reason_id: z.string().describe("From list_post_mortem_reasons."),
    report_id: z.string().describe("From list_post_mortem_reports."),
    summary: z.string().nullable().optional().describe("New text of the factor."),
  }),
});
