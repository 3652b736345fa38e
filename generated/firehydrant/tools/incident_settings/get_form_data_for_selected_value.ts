// Generated from GET /v1/form_configurations/{slug}/append_data_on_select/{field_id}/{selected_value} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getFormDataForSelectedValue = defineTool<paths>()({
  name: "get_form_data_for_selected_value",
  title: "Get a form choice's template",
  description:
    "Returns the template a form adds once a given value is picked in one of its fields. Reads only; the form's fields are in get_form_configuration.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/form_configurations/{slug}/append_data_on_select/{field_id}/{selected_value}",
  },
  input: z.strictObject({
    field_id: z.string().describe("Id of the field within the form."),
    selected_value: z.string().describe("Value picked in that field."),
    slug: z.string().describe("Slug of the form; FireHydrant offers no list of them."),
  }),
});
