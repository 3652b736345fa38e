// Generated from GET /v1/functionalities/{functionality_id}/environments by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listFunctionalityEnvironments = defineTool<paths>()({
  name: "list_functionality_environments",
  title: "List a functionality's environments",
  description:
    "Lists the environments tied to one functionality, with their active incidents. For every environment, use list_environments; for the services behind it, use list_functionality_services.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/functionalities/{functionality_id}/environments",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    functionality_id: z.string().describe("From list_functionalities."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
  view: ["id", "name", "slug", "description", "active_incidents"],
});
