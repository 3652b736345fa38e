// Generated from POST /v1/ticketing/custom_fields/definitions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createTicketingCustomFieldDefinition = defineTool<paths>()({
  name: "create_ticketing_custom_field_definition",
  title: "Create a ticket custom field",
  description:
    "Adds a custom field to the organization's follow-up tickets. For a custom field on incidents, use create_custom_field_definition. Returns the definition with its field_id.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/ticketing/custom_fields/definitions",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    display_name: z.string().describe("Field name as people see it."),
    field_type: z
      .enum(["datetime", "string", "single_select", "multi_select"])
      .describe("Kind of value the field holds."),
    description: z.string().nullable().optional().describe("What the field is for."),
    permissible_values: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Values to pick from, for the select types."),
    required: z
      .boolean()
      .nullable()
      .optional()
      .describe("Whether each follow-up ticket needs a value. Default: false."),
  }),
});
