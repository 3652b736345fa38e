// Generated from GET /v1/ticketing/form_configurations by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getTicketingFormConfiguration = defineTool<paths>()({
  name: "get_ticketing_form_configuration",
  title: "Get the ticket form",
  description:
    "Returns the fields of the organization's ticket form. For the other forms by slug, use get_form_configuration; for only the ticket custom fields, use list_ticketing_custom_field_definitions.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/ticketing/form_configurations" },
  input: z.strictObject({}),
});
