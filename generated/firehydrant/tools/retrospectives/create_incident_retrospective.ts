// Generated from POST /v1/incidents/{incident_id}/retrospectives by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentRetrospective = defineTool<paths>()({
  name: "create_incident_retrospective",
  title: "Open a retrospective from a template",
  description:
    "Opens a retrospective on one incident from a template, which supplies its sections and fields. create_post_mortem_report opens the other kind, which takes no template. Which kind the organization uses shows in its incidents: get_incident has a report_id where there is a post-mortem report. No notification is documented for this step; share_incident_retrospectives shares the result with people. Returns the retrospective with its id, sections and fields, which update_incident_retrospective_field fills in.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/retrospectives",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    retrospective_template_id: z
      .string()
      .describe("Template that supplies the sections and fields. From list_retrospective_templates."),
  }),
});
