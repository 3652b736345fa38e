// Generated from GET /v1/post_mortems/questions/{question_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getPostMortemQuestion = defineTool<paths>()({
  name: "get_post_mortem_question",
  title: "Get a post-mortem question",
  description:
    "Gets one of the organization's standard questions for the post-mortem reports. It holds no answers; those are in each report.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/post_mortems/questions/{question_id}" },
  input: z.strictObject({ question_id: z.string().describe("From list_post_mortem_questions.") }),
});
