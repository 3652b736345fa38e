// Generated from GET /v1/post_mortems/reports/{report_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getPostMortemReport = defineTool<paths>()({
  name: "get_post_mortem_report",
  title: "Get a post-mortem report",
  description:
    "Gets one post-mortem report with its summary, further details and calendar event; the full view adds the questions with their answers. list_post_mortem_reasons gives its contributing factors.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/post_mortems/reports/{report_id}" },
  input: z.strictObject({ report_id: z.string().describe("From list_post_mortem_reports.") }),
  view: [
    "id",
    "name",
    "incident_id",
    "incident.name",
    "incident.number",
    "incident.incident_url",
    "summary",
    "additional_details",
    "calendar_events",
    "created_at",
    "updated_at",
  ],
});
