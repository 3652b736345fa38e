// Generated from GET /v1/form_configurations/{slug} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getFormConfiguration = defineTool<paths>()({
  name: "get_form_configuration",
  title: "Get a form's configuration",
  description:
    "Returns how one of FireHydrant's forms is set up: its fields, and whether it offers incident types. The ticket form is in get_ticketing_form_configuration.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/form_configurations/{slug}" },
  input: z.strictObject({
    slug: z.string().describe("Slug of the form; FireHydrant offers no list of them."),
  }),
});
