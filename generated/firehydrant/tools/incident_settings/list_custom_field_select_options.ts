// Generated from GET /v1/custom_fields/definitions/{field_id}/select_options by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listCustomFieldSelectOptions = defineTool<paths>()({
  name: "list_custom_field_select_options",
  title: "List a select field's values",
  description:
    "Returns the values that an active select or multi-select custom field permits, inside its definition. Use it before filling the field on an incident. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/custom_fields/definitions/{field_id}/select_options",
    pathParameters: { field_id: { argument: "custom_field_id" } },
    query: { all_versions: {}, query: {} },
  },
  input: z.strictObject({
    custom_field_id: z.string().describe("From list_custom_field_definitions (field_id)."),
    all_versions: z
      .boolean()
      .optional()
      .describe("Whether to include every version of the field's definition."),
    query: z.string().optional().describe("Text to narrow the values by."),
  }),
  formerArguments: { field_id: { now: "custom_field_id" } },
});
