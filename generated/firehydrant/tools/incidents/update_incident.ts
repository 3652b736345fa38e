// Generated from PATCH /v1/incidents/{incident_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateIncident = defineTool<paths>()({
  name: "update_incident",
  title: "Update an incident",
  description:
    "Changes an incident's own fields, such as name, summary, severity, priority, type, labels or tags; responders see the change on the timeline. Impacts and the milestone change through update_incident_impact, teams and people through their assignment tools, and the end of an incident through resolve_incident or close_incident. Returns the incident.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/incidents/{incident_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    customer_impact_summary: z.string().nullable().optional().describe("What customers notice."),
    description: z.string().nullable().optional().describe("What is happening, in detail."),
    incident_type_id: z
      .string()
      .nullable()
      .optional()
      .describe("Incident type; its values are copied in unless given here. From list_incident_types."),
    labels: z
      .record(z.string(), z.any())
      .nullable()
      .optional()
      .describe("Labels as key and value strings; may replace the whole set."),
    name: z.string().nullable().optional().describe("Short title, as responders read it."),
    priority: z.string().nullable().optional().describe("How urgent it is. From list_priorities (slug)."),
    severity: z
      .string()
      .nullable()
      .optional()
      .describe(
        "How bad it is, such as SEV1; replaces what the severity matrix gave. GAMEDAY does not count in metrics. From list_severities (slug).",
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
    summary: z.string().nullable().optional().describe("Short account of the incident."),
    tag_list: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Tags; may replace the whole list. From list_incident_tags (name)."),
  }),
  view: [
    "id",
    "number",
    "name",
    "summary",
    "customer_impact_summary",
    "description",
    "severity",
    "priority",
    "incident_type.name",
    "labels",
    "tag_list",
    "current_milestone",
    "started_at",
    "incident_url",
  ],
});
