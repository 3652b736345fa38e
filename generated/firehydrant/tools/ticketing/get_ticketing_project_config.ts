// Generated from GET /v1/ticketing/projects/{ticketing_project_id}/provider_project_configurations/{config_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getTicketingProjectConfig = defineTool<paths>()({
  name: "get_ticketing_project_config",
  title: "Get a project's configuration",
  description:
    "Returns the configuration of a ticketing project: connection, external project name and details that differ by provider. For what could be set, use get_ticketing_configuration_options.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/ticketing/projects/{ticketing_project_id}/provider_project_configurations/{config_id}",
  },
  input: z.strictObject({
    config_id: z.string().describe("From get_ticketing_project (config.id)."),
    ticketing_project_id: z.string().describe("From list_ticketing_projects."),
  }),
});
