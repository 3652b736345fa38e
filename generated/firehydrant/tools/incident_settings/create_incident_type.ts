// Generated from POST /v1/incident_types by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentType = defineTool<paths>()({
  name: "create_incident_type",
  title: "Add an incident type",
  description:
    "Adds an incident type whose template fills in every incident later declared with it, including the runbooks attached and the teams assigned. Declares no incident now. Returns the type.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/incident_types", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    name: z.string().describe("Type name, as shown when declaring."),
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
          .describe("Components hit, each with its condition."),
        labels: z
          .record(z.string(), z.string())
          .nullable()
          .optional()
          .describe("Labels as key and value pairs."),
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
          .describe("Runbooks to attach. From list_runbooks."),
        severity: z.string().nullable().optional().describe("Severity slug. From list_severities (slug)."),
        tag_list: z
          .array(z.string())
          .nullable()
          .optional()
          .describe("Tags to put on. From list_incident_tags (name)."),
        team_ids: z.array(z.string()).nullable().optional().describe("Teams to assign. From list_teams."),
      })
      .describe("Values that incidents of this type start with."),
    description: z.string().nullable().optional().describe("When to choose this type."),
  }),
  view: ["id", "name", "description", "template", "required_fields", "allowed_role_ids", "created_at"],
});
