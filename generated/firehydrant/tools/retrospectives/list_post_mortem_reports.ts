// Generated from GET /v1/post_mortems/reports by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listPostMortemReports = defineTool<paths>()({
  name: "list_post_mortem_reports",
  title: "List post-mortem reports",
  description:
    "Lists the post-mortem reports, for the whole organization or one incident, with summary, questions and their answers. A report is named after its incident. list_retrospectives lists the other kind, the template-based retrospectives.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/post_mortems/reports",
    query: { incident_id: {}, updated_since: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    incident_id: z.string().optional().describe("Only reports of this incident. From list_incidents."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    updated_since: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Only reports changed after this time, in ISO 8601."),
  }),
  view: [
    "id",
    "name",
    "incident_id",
    "incident.name",
    "incident.number",
    "incident.severity",
    "summary",
    "questions",
    "retrospective_id",
    "created_at",
    "updated_at",
  ],
});
