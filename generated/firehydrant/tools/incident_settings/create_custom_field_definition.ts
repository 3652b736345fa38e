// Generated from POST /v1/custom_fields/definitions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createCustomFieldDefinition = defineTool<paths>()({
  name: "create_custom_field_definition",
  title: "Add an incident custom field",
  description:
    "Adds a custom field to the organization's incidents; everyone who declares or runs an incident then fills in a required one. For tickets, use create_ticketing_custom_field_definition. Returns the field.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/custom_fields/definitions",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    display_name: z.string().describe("Label people see on the field."),
    field_type: z.string().describe("Kind of field; list_custom_field_definitions shows the kinds in use."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    permissible_values: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Values to pick from, for select fields."),
    required: z.boolean().nullable().optional().describe("Whether incidents need a value in it."),
    required_at_milestone_id: z
      .string()
      .nullable()
      .optional()
      .describe(
        "Milestone from which a required field needs a value; if left out, from the start. From list_lifecycle_phases (milestones[].id).",
      ),
  }),
});
