// Generated from PATCH /v1/ticketing/custom_fields/definitions/{field_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateTicketingCustomFieldDefinition = defineTool<paths>()({
  name: "update_ticketing_custom_field_definition",
  title: "Update a ticket custom field",
  description:
    "Changes a follow-up ticket field's name, description, permissible values or whether it is required; its type stays. For an incident's custom field, use update_custom_field_definition. Returns the definition.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/ticketing/custom_fields/definitions/{field_id}",
    pathParameters: { field_id: { argument: "ticketing_field_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    ticketing_field_id: z.string().describe("From list_ticketing_custom_field_definitions (field_id)."),
    description: z.string().nullable().optional().describe("What the field is for."),
    display_name: z.string().nullable().optional().describe("Field name as people see it."),
    permissible_values: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Values to pick from; may replace the whole list."),
    required: z.boolean().nullable().optional().describe("Whether each follow-up ticket needs a value."),
  }),
  formerArguments: { field_id: { now: "ticketing_field_id" } },
});
