// Generated from POST /v1/ticketing/projects/{ticketing_project_id}/provider_project_configurations by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createTicketingProjectConfig = defineTool<paths>()({
  name: "create_ticketing_project_config",
  title: "Configure a ticketing project",
  description:
    "Creates the configuration of a ticketing project. The contract declares no body, so only the project can be given here. Returns the configuration with its id, connection and details.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/ticketing/projects/{ticketing_project_id}/provider_project_configurations",
  },
  input: z.strictObject({ ticketing_project_id: z.string().describe("From list_ticketing_projects.") }),
});
