// Generated from PATCH /v1/custom_fields/definitions/{field_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateCustomFieldDefinition = defineTool<paths>()({
  name: "update_custom_field_definition",
  title: "Change an incident custom field",
  description:
    "Changes an incident custom field's label, values or requirement for the whole organization. A value left out of permissible_values may no longer be offered. Returns the field.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/custom_fields/definitions/{field_id}",
    pathParameters: { field_id: { argument: "custom_field_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    custom_field_id: z.string().describe("From list_custom_field_definitions (field_id)."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    display_name: z.string().nullable().optional().describe("Label people see on the field."),
    permissible_values: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Values to pick from; may replace the whole list."),
    required: z.boolean().nullable().optional().describe("Whether incidents need a value in it."),
    required_at_milestone_id: z
      .string()
      .nullable()
      .optional()
      .describe(
        "Milestone from which a required field needs a value; if left out, from the start. From list_lifecycle_phases (milestones[].id).",
      ),
  }),
  formerArguments: { field_id: { now: "custom_field_id" } },
});
