// Generated from GET /v1/environments/{environment_id}/functionalities by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listEnvironmentFunctionalities = defineTool<paths>()({
  name: "list_environment_functionalities",
  title: "List an environment's functionalities",
  description:
    "Lists the functionalities tied to one environment, with owner, tier and active incidents. For all of those in the organization, use list_functionalities.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/environments/{environment_id}/functionalities",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    environment_id: z.string().describe("From list_environments."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
  view: [
    "id",
    "name",
    "slug",
    "description",
    "service_tier",
    "active_incidents",
    "owner.name",
    "alert_on_add",
    "auto_add_responding_team",
  ],
});
