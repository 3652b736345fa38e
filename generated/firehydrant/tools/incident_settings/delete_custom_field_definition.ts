// Generated from DELETE /v1/custom_fields/definitions/{field_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteCustomFieldDefinition = defineTool<paths>()({
  name: "delete_custom_field_definition",
  title: "Delete an incident custom field",
  description:
    "Deletes a custom field from the organization's incidents; no tool brings it back. What becomes of values already filled in on incidents is not documented.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/custom_fields/definitions/{field_id}",
    pathParameters: { field_id: { argument: "custom_field_id" } },
  },
  input: z.strictObject({
    custom_field_id: z.string().describe("From list_custom_field_definitions (field_id)."),
  }),
  formerArguments: { field_id: { now: "custom_field_id" } },
});
