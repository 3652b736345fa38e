// Generated from PATCH /v1/incidents/{incident_id}/retrospectives/{retrospective_id}/fields by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentRetrospectiveField = defineTool<paths>()({
  name: "create_incident_retrospective_field",
  title: "Add a retrospective field",
  description:
    "Adds one more field to a single incident's retrospective, after those it already has. update_incident_retrospective_field fills an existing field; update_retrospective_template changes the template. Returns the new field.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/incidents/{incident_id}/retrospectives/{retrospective_id}/fields",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    label: z.string().describe("Name of the field, as people will read it."),
    retrospective_id: z.string().describe("From list_incident_retrospectives."),
    type: z
      .enum([
        "text",
        "single_select",
        "multi_select",
        "numeric",
        "datetime",
        "dynamic_input_group",
        "markdown",
        "markdown_text",
      ])
      .describe("Kind of field."),
    help_text: z.string().nullable().optional().describe("Hint shown to the person who fills the field."),
    is_required: z.boolean().nullable().optional().describe("Whether the field needs a value."),
    permissible_values: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Values to choose from, for the select types."),
    required_at_milestone_id: z
      .string()
      .nullable()
      .optional()
      .describe("Milestone at which a value is required. From list_lifecycle_phases (milestones[].id)."),
    schema: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Inputs of a field of type dynamic_input_group."),
  }),
});
