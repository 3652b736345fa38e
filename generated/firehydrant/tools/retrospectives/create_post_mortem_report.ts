// Generated from POST /v1/post_mortems/reports by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createPostMortemReport = defineTool<paths>()({
  name: "create_post_mortem_report",
  title: "Open a post-mortem report",
  description:
    "Opens a post-mortem report on one incident; only the incident is needed, and the report is named after it. create_incident_retrospective opens the other kind, from a template. Which kind the organization uses shows in its incidents: get_incident has a report_id where there is a post-mortem report. No notification is documented for this step; publish_post_mortem_report e-mails the participants. Returns the report with its id, which update_post_mortem_report and create_post_mortem_reason take.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/post_mortems/reports",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("Incident the report looks back on. From list_incidents."),
  }),
  view: [
    "id",
    "name",
    "incident_id",
    "incident.name",
    "incident.number",
    "incident.incident_url",
    "summary",
    "additional_details",
    "created_at",
    "updated_at",
  ],
});
