// Generated from GET /v1/services/{service_id}/environments by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listServiceEnvironments = defineTool<paths>()({
  name: "list_service_environments",
  title: "List a service's environments",
  description:
    "Lists the environments one service is tied to, with their active incidents. For all environments, use list_environments; to change the ties, use update_service.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/services/{service_id}/environments",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    service_id: z.string().describe("From list_services."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
  view: ["id", "name", "slug", "description", "active_incidents"],
});
