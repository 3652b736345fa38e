// Generated from DELETE /v1/ticketing/projects/{ticketing_project_id}/provider_project_configurations/{config_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteTicketingProjectConfig = defineTool<paths>()({
  name: "delete_ticketing_project_config",
  title: "Archive a project's configuration",
  description:
    "Archives the configuration of a ticketing project; no tool brings it back. To see what it holds first, use get_ticketing_project_config. Answers without a body.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/ticketing/projects/{ticketing_project_id}/provider_project_configurations/{config_id}",
  },
  input: z.strictObject({
    config_id: z.string().describe("From get_ticketing_project (config.id)."),
    ticketing_project_id: z.string().describe("From list_ticketing_projects."),
  }),
});
