// Generated from GET /v1/ticketing/projects/{ticketing_project_id}/configuration_options by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getTicketingConfigurationOptions = defineTool<paths>()({
  name: "get_ticketing_configuration_options",
  title: "List project configuration options",
  description:
    "Lists the options with which a ticketing project can be configured. For the options of a single field, use get_ticketing_field_options; for the present settings, use get_ticketing_project_config.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/ticketing/projects/{ticketing_project_id}/configuration_options" },
  input: z.strictObject({ ticketing_project_id: z.string().describe("From list_ticketing_projects.") }),
});
