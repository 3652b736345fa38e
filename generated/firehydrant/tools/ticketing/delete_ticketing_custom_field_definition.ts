// Generated from DELETE /v1/ticketing/custom_fields/definitions/{field_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteTicketingCustomFieldDefinition = defineTool<paths>()({
  name: "delete_ticketing_custom_field_definition",
  title: "Delete a ticket custom field",
  description:
    "Deletes a custom field of follow-up tickets for the whole organization; no tool restores it. For an incident's custom field, use delete_custom_field_definition.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/ticketing/custom_fields/definitions/{field_id}",
    pathParameters: { field_id: { argument: "ticketing_field_id" } },
  },
  input: z.strictObject({
    ticketing_field_id: z.string().describe("From list_ticketing_custom_field_definitions (field_id)."),
  }),
  formerArguments: { field_id: { now: "ticketing_field_id" } },
});
