// Generated from POST /v1/post_mortems/reports/{report_id}/publish by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const publishPostMortemReport = defineTool<paths>()({
  name: "publish_post_mortem_report",
  title: "Publish and e-mail a post-mortem report",
  description:
    "E-mails the summary of a post-mortem report to all its participants and marks it as published; mail that has gone out can't be recalled. Named users and teams get it shared with them as well. The mailing may continue after the answer. For the template-based retrospectives, use share_incident_retrospectives. Returns the report. Accepted; the report in the answer is what get_post_mortem_report shows. The e-mails usually go out afterwards, and no tool shows whether they were delivered or failed.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/post_mortems/reports/{report_id}/publish",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    report_id: z.string().describe("From list_post_mortem_reports."),
    publish: z.enum(["true"]).nullable().optional().describe("Confirms the publication."),
    team_ids: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Further teams to share the report with. From list_teams."),
    user_ids: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Further people to share the report with. From list_users."),
  }),
  view: ["id", "name", "incident_id", "incident.name", "incident.number", "summary", "updated_at"],
});
