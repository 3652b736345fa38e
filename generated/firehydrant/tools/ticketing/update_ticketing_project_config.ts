// Generated from PATCH /v1/ticketing/projects/{ticketing_project_id}/provider_project_configurations/{config_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateTicketingProjectConfig = defineTool<paths>()({
  name: "update_ticketing_project_config",
  title: "Update a project's configuration",
  description:
    "Updates the configuration of a ticketing project. The contract declares no body, so no new settings can be given here. Returns the configuration.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/ticketing/projects/{ticketing_project_id}/provider_project_configurations/{config_id}",
  },
  input: z.strictObject({
    config_id: z.string().describe("From get_ticketing_project (config.id)."),
    ticketing_project_id: z.string().describe("From list_ticketing_projects."),
  }),
});
