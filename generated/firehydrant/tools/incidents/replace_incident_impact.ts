// Generated from PUT /v1/incidents/{incident_id}/impact by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const replaceIncidentImpact = defineTool<paths>()({
  name: "replace_incident_impact",
  title: "Replace incident impact",
  description:
    "Replaces all impacts of an incident, clearing every component left out, and posts the note, if given, to the timeline and attached status pages, where customers may read it; components set to alert when added may notify their team. Leaving impact out altogether clears all impacts, which can make an outage look over. To add or change some components and keep the rest, or only to post a note or move the milestone, use update_incident_impact. Returns the incident.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/incidents/{incident_id}/impact",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    impact: z
      .array(
        z.strictObject({
          condition_id: z.string().describe("How badly it is hit. From list_severity_matrix_conditions."),
          id: z
            .string()
            .describe(
              "The component that is hit. From list_services, list_environments or list_functionalities.",
            ),
        }),
      )
      .nullable()
      .optional()
      .describe(
        "The complete list of hit components, replacing the former; left out, all impacts are cleared.",
      ),
    milestone: z
      .string()
      .nullable()
      .optional()
      .describe("Milestone to move the incident into. From list_lifecycle_phases (milestones[].slug)."),
    note: z.string().nullable().optional().describe("Text for the timeline and attached status pages."),
    status_pages: z
      .array(
        z.strictObject({
          id: z
            .string()
            .describe(
              "The status page. From list_hosted_status_pages for integration_slug nunc or list_statuspage_connections for statuspage.",
            ),
          integration_slug: z
            .enum(["nunc", "statuspage"])
            .describe("nunc is hosted by FireHydrant, statuspage by Atlassian."),
        }),
      )
      .nullable()
      .optional()
      .describe("Status pages the update goes to, which adds them."),
  }),
  view: [
    "id",
    "number",
    "name",
    "severity",
    "current_milestone",
    "impacts",
    "status_pages",
    "last_note",
    "incident_url",
  ],
});
