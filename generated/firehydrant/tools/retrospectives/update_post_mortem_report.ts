// Generated from PATCH /v1/post_mortems/reports/{report_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updatePostMortemReport = defineTool<paths>()({
  name: "update_post_mortem_report",
  title: "Update a post-mortem report",
  description:
    "Changes a post-mortem report: its name, summary, further details or the answers to its questions. update_incident_retrospective_field does this for the template-based retrospectives. Returns the report.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/post_mortems/reports/{report_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    report_id: z.string().describe("From list_post_mortem_reports."),
    additional_details: z.string().nullable().optional().describe("Further text beyond the summary."),
    name: z.string().nullable().optional().describe("Title of the report."),
    questions: z
      .array(
        z.strictObject({
          body: z.string().nullable().optional().describe("The answer."),
          id: z
            .string()
            .nullable()
            .optional()
            .describe("Question that is answered. From get_post_mortem_report (questions[].id)."),
        }),
      )
      .nullable()
      .optional()
      .describe("Answers to add or change, by question."),
    summary: z.string().nullable().optional().describe("What happened, in short."),
  }),
  view: [
    "id",
    "name",
    "incident_id",
    "incident.name",
    "incident.number",
    "summary",
    "additional_details",
    "updated_at",
  ],
});
