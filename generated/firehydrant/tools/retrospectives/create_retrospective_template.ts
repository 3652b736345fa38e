// Generated from POST /v1/retrospective_templates by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createRetrospectiveTemplate = defineTool<paths>()({
  name: "create_retrospective_template",
  title: "Create a retrospective template",
  description:
    "Creates a template for future retrospectives, made of fields and sections. It opens no retrospective; create_incident_retrospective does that. Returns the template with its id.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/retrospective_templates",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    description: z.string().describe("What the template is for."),
    name: z.string().describe("Name of the template."),
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
      .describe("Fields people fill in."),
    is_default: z.boolean().nullable().optional().describe("Whether this becomes the standard template."),
    sections: z
      .array(
        z.strictObject({
          elements: z.array(z.string()).describe("What the section shows."),
          slug: z
            .enum(["timeline", "key_data", "details", "resources", "actions"])
            .describe("Kind of section."),
        }),
      )
      .nullable()
      .optional()
      .describe("Sections of the retrospective."),
  }),
});
