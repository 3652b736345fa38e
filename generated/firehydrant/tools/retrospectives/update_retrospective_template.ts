// Generated from PATCH /v1/retrospective_templates/{retrospective_template_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateRetrospectiveTemplate = defineTool<paths>()({
  name: "update_retrospective_template",
  title: "Update a retrospective template",
  description:
    "Changes a retrospective template; a list of fields or sections replaces the whole former one; get_retrospective_template gives the lists to edit. create_incident_retrospective_field adds a field to one retrospective only. Returns the template.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/retrospective_templates/{retrospective_template_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    retrospective_template_id: z.string().describe("From list_retrospective_templates."),
    description: z.string().nullable().optional().describe("What the template is for."),
    fields: z
      .array(
        z.strictObject({
          label: z.string().describe("Name of the field, as people will read it."),
          type: z.enum([
            "text",
            "single_select",
            "multi_select",
            "numeric",
            "datetime",
            "dynamic_input_group",
            "markdown",
            "markdown_text",
          ]),
          help_text: z
            .string()
            .nullable()
            .optional()
            .describe("Hint shown to the person who fills the field."),
          id: z
            .string()
            .nullable()
            .optional()
            .describe("Existing field to change. From get_retrospective_template (fields[].id)."),
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
            .describe(
              "Milestone at which a value is required. From list_lifecycle_phases (milestones[].id).",
            ),
          schema: z
            .array(z.string())
            .nullable()
            .optional()
            .describe("Inputs of a field of type dynamic_input_group."),
        }),
      )
      .nullable()
      .optional()
      .describe("Fields people fill in; replaces the whole list."),
    is_default: z.boolean().nullable().optional().describe("Whether this becomes the standard template."),
    name: z.string().nullable().optional().describe("Name of the template."),
    report_elements: z
      .array(
        z.strictObject({
          type: z
            .enum(["incident_data", "retrospective_field", "custom_field", "prosemirror_content", "divider"])
            .describe("Kind of element."),
        }),
      )
      .nullable()
      .optional()
      .describe("Elements of the report; replaces the whole list."),
    sections: z
      .array(
        z.strictObject({
          elements: z.array(z.string()).describe("What the section shows."),
          slug: z.string().describe("Kind of section."),
        }),
      )
      .nullable()
      .optional()
      .describe("Sections of the retrospective; replaces the whole list."),
  }),
});
