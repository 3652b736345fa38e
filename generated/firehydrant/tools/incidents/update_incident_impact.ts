// Generated from PATCH /v1/incidents/{incident_id}/impact by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateIncidentImpact = defineTool<paths>()({
  name: "update_incident_impact",
  title: "Update incident impact",
  description:
    "Adds or changes impacts of an incident, removing none, and posts the note, if given, to the timeline and attached status pages, where customers may read it; components set to alert when added may notify their team. Components left out keep their condition. It can move the incident into another milestone in the same step. delete_incident_impact takes one component off; replace_incident_impact sets the whole list and clears the rest; create_incident_note posts a private note. Returns the incident.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
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
      .describe("Components to add or change; others stay as they are."),
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
