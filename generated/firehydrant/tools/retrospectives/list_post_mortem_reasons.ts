// Generated from GET /v1/post_mortems/reports/{report_id}/reasons by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listPostMortemReasons = defineTool<paths>()({
  name: "list_post_mortem_reasons",
  title: "List contributing factors",
  description:
    "Lists the contributing factors that people recorded in a post-mortem report, with position, summary and author. get_post_mortem_report gives the report itself.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/post_mortems/reports/{report_id}/reasons",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    report_id: z.string().describe("From list_post_mortem_reports."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
