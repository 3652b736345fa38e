// Generated from GET /v1/ticketing/projects/{ticketing_project_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getTicketingProject = defineTool<paths>()({
  name: "get_ticketing_project",
  title: "Get a ticketing project",
  description:
    "Returns one ticketing project with its connection, its configuration and its field map, including the ids that get_ticketing_project_config and get_ticketing_field_map take.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/ticketing/projects/{ticketing_project_id}" },
  input: z.strictObject({ ticketing_project_id: z.string().describe("From list_ticketing_projects.") }),
});
