// Generated from PUT /v1/post_mortems/questions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updatePostMortemQuestions = defineTool<paths>()({
  name: "update_post_mortem_questions",
  title: "Change the post-mortem questions",
  description:
    "Changes the organization's standard questions for future post-mortem reports. The list replaces the former one; list_post_mortem_questions gives the questions to edit. To answer questions in a report, use update_post_mortem_report.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/post_mortems/questions",
    body: {
      type: "application/json",
      as: "json",
      fields: { _make_swagger_work_: { argument: "make_swagger_work" } },
    },
  },
  input: z.strictObject({
    make_swagger_work: z.string().nullable().optional().describe("Without effect."),
    questions: z
      .array(
        z.strictObject({
          id: z
            .string()
            .nullable()
            .optional()
            .describe("Existing question to change. From list_post_mortem_questions."),
          title: z.string().nullable().optional().describe("Wording of the question."),
          tooltip: z.string().nullable().optional().describe("Hint shown with the question."),
        }),
      )
      .nullable()
      .optional()
      .describe("All questions; replaces the whole list."),
  }),
});
