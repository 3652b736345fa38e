// Generated from PUT /v1/post_mortems/reports/{report_id}/reasons/order by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const reorderPostMortemReasons = defineTool<paths>()({
  name: "reorder_post_mortem_reasons",
  title: "Move a contributing factor",
  description:
    "Moves one contributing factor of a post-mortem report from one position to another. Running it twice moves a second factor, since factors are picked by position. list_post_mortem_reasons shows the positions.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/post_mortems/reports/{report_id}/reasons/order",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    new_position: z.int().describe("Position it moves to."),
    old_position: z.int().describe("Position it has now."),
    report_id: z.string().describe("From list_post_mortem_reports."),
  }),
});
