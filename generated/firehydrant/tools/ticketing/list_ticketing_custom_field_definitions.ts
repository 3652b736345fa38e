// Generated from GET /v1/ticketing/custom_fields/definitions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listTicketingCustomFieldDefinitions = defineTool<paths>()({
  name: "list_ticketing_custom_field_definitions",
  title: "List ticket custom fields",
  description:
    "Lists the organization's custom fields for follow-up tickets, each with field_id, type, permissible values and whether it is required. For the custom fields of incidents, use list_custom_field_definitions. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/ticketing/custom_fields/definitions" },
  input: z.strictObject({}),
});
