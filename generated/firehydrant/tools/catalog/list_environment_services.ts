// Generated from GET /v1/environments/{environment_id}/services by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listEnvironmentServices = defineTool<paths>()({
  name: "list_environment_services",
  title: "List an environment's services",
  description:
    "Lists the services tied to one environment, in short form with tier and labels. For all services and their owners, use list_services.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/environments/{environment_id}/services",
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
    "labels",
    "alert_on_add",
    "auto_add_responding_team",
  ],
});
