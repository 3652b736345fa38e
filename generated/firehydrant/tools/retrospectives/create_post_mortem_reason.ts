// Generated from POST /v1/post_mortems/reports/{report_id}/reasons by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createPostMortemReason = defineTool<paths>()({
  name: "create_post_mortem_reason",
  title: "Add a contributing factor",
  description:
    "Adds a contributing factor to a post-mortem report, one cause or circumstance per call. Returns the factor with its id and position; reorder_post_mortem_reasons moves it.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/post_mortems/reports/{report_id}/reasons",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    report_id: z.string().describe("From list_post_mortem_reports."),
    summary: z.string().describe("What contributed to the incident."),
  }),
});
