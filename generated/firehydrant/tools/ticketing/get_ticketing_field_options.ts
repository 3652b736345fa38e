// Generated from GET /v1/ticketing/projects/{ticketing_project_id}/configuration_options/options_for/{field_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getTicketingFieldOptions = defineTool<paths>()({
  name: "get_ticketing_field_options",
  title: "List a configuration field's options",
  description:
    "Lists the configuration options of one field of a ticketing project, when only that field matters. For the project's options altogether, use get_ticketing_configuration_options.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/ticketing/projects/{ticketing_project_id}/configuration_options/options_for/{field_id}",
  },
  input: z.strictObject({
    field_id: z.string().describe("Id of the field in the project's configuration."),
    ticketing_project_id: z.string().describe("From list_ticketing_projects."),
  }),
});
