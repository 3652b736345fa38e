// Generated from POST /v1/incidents by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncident = defineTool<paths>()({
  name: "create_incident",
  title: "Declare an incident",
  description:
    "Declares an incident and starts its response: runbooks may run, and assigned teams and other responders may be notified. The API needs only a name; an organization can require more, and the error then says what. Severity, impacts and teams can come later by update_incident, update_incident_impact and create_incident_team_assignment. To call someone without declaring anything, create_page is the tool; list_incidents shows whether the incident is already open. Returns the incident with its id, number and link.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/incidents", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    name: z.string().describe("Short title, as responders will read it."),
    alert_ids: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Alerts that led to this incident. From list_alerts."),
    custom_fields: z
      .array(
        z.strictObject({
          field_id: z.string().describe("From list_custom_field_definitions (field_id)."),
          value_array: z
            .array(z.string())
            .nullable()
            .optional()
            .describe("Values, for a field that takes several."),
          value_string: z.string().nullable().optional().describe("Value, for a field that takes text."),
        }),
      )
      .nullable()
      .optional()
      .describe("Custom field values to set."),
    customer_impact_summary: z.string().nullable().optional().describe("What customers notice."),
    description: z.string().nullable().optional().describe("What is happening, in detail."),
    external_links: z.string().nullable().optional().describe("Links to related material elsewhere."),
    impacts: z
      .array(
        z.strictObject({
          condition_id: z.string().describe("How badly it is hit. From list_severity_matrix_conditions."),
          id: z
            .string()
            .describe(
              "The component that is hit. From list_services, list_environments or list_functionalities, by type.",
            ),
          type: z.enum(["environment", "functionality", "service"]).describe("Kind of component."),
        }),
      )
      .nullable()
      .optional()
      .describe("Components that are hit, each with how badly."),
    incident_type_id: z
      .string()
      .nullable()
      .optional()
      .describe("Incident type; its values fill in whatever is left out here. From list_incident_types."),
    labels: z.record(z.string(), z.any()).nullable().optional().describe("Labels as key and value strings."),
    milestones: z
      .array(
        z.strictObject({
          occurred_at: z.iso
            .datetime({ offset: true, local: true })
            .describe("When the milestone was reached."),
          type: z.string().describe("Which milestone. From list_lifecycle_phases (milestones[].slug)."),
        }),
      )
      .nullable()
      .optional()
      .describe("Milestones already reached, with times; can record an incident that is over."),
    priority: z.string().nullable().optional().describe("How urgent it is. From list_priorities (slug)."),
    restricted: z
      .boolean()
      .nullable()
      .optional()
      .describe("Declare it as a private incident with restricted access."),
    runbook_ids: z
      .array(z.string())
      .nullable()
      .optional()
      .describe(
        "Runbooks to attach; attaching one runs it, whatever its own rule says. list_runbook_executions shows the run. From list_runbooks.",
      ),
    severity: z
      .string()
      .nullable()
      .optional()
      .describe(
        "How bad it is, such as SEV1. Left out: what the severity matrix gives for the impacts, else UNSET. GAMEDAY does not count in metrics. From list_severities (slug).",
      ),
    severity_condition_id: z
      .string()
      .nullable()
      .optional()
      .describe("Condition in the severity matrix. From list_severity_matrix_conditions."),
    severity_impact_id: z
      .string()
      .nullable()
      .optional()
      .describe("Impact in the severity matrix. From list_severity_matrix_impacts."),
    skip_incident_type_values: z
      .boolean()
      .nullable()
      .optional()
      .describe("True leaves out the incident type's values."),
    summary: z.string().nullable().optional().describe("Short account of the incident."),
    tag_list: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Tags to put on it. From list_incident_tags (name)."),
    team_ids: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Teams to assign to the response. From list_teams."),
  }),
  view: [
    "id",
    "number",
    "name",
    "severity",
    "priority",
    "current_milestone",
    "impacts",
    "team_assignments.team.name",
    "channel_name",
    "incident_url",
  ],
});
