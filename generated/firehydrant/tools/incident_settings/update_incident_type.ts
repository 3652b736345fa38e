// Generated from PATCH /v1/incident_types/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateIncidentType = defineTool<paths>()({
  name: "update_incident_type",
  title: "Change an incident type",
  description:
    "Changes an incident type and so what incidents later declared with it start with, runbooks and teams included. It needs name and template every time; whether parts left out of template survive is not documented; get_incident_type gives the template to edit. Returns the type.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/incident_types/{id}",
    pathParameters: { id: { argument: "incident_type_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_type_id: z.string().describe("From list_incident_types."),
    name: z.string().describe("Type name; needed even when unchanged."),
    template: z
      .strictObject({
        customer_impact_summary: z
          .string()
          .nullable()
          .optional()
          .describe("Customer impact text at the start."),
        description: z.string().nullable().optional().describe("Incident description at the start."),
        impacts: z
          .array(
            z.strictObject({
              condition_id: z.string().describe("From list_severity_matrix_conditions."),
              id: z
                .string()
                .describe(
                  "Service, environment or functionality. From list_services, list_environments or list_functionalities.",
                ),
            }),
          )
          .nullable()
          .optional()
          .describe("All components hit, each with its condition."),
        labels: z
          .record(z.string(), z.string())
          .nullable()
          .optional()
          .describe("All labels, as key and value pairs."),
        priority: z
          .string()
          .nullable()
          .optional()
          .describe("Priority slug, such as P1. From list_priorities (slug)."),
        private_incident: z
          .boolean()
          .nullable()
          .optional()
          .describe("Whether incidents of this type are private."),
        runbook_ids: z
          .array(z.string())
          .nullable()
          .optional()
          .describe("All runbooks to attach. From list_runbooks."),
        severity: z.string().nullable().optional().describe("Severity slug. From list_severities (slug)."),
        tag_list: z
          .array(z.string())
          .nullable()
          .optional()
          .describe("All tags to put on. From list_incident_tags (name)."),
        team_ids: z.array(z.string()).nullable().optional().describe("All teams to assign. From list_teams."),
      })
      .describe("Values that incidents of this type start with; may replace the whole template."),
    description: z.string().nullable().optional().describe("When to choose this type."),
  }),
  view: ["id", "name", "description", "template", "required_fields", "allowed_role_ids", "updated_at"],
  formerArguments: { id: { now: "incident_type_id" } },
});
