// Generated from GET /v1/post_mortems/questions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listPostMortemQuestions = defineTool<paths>()({
  name: "list_post_mortem_questions",
  title: "List post-mortem questions",
  description:
    "Lists the organization's standard questions for the post-mortem reports, with kind, tooltip and options. The answers are in each report.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/post_mortems/questions",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
