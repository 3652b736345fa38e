// Generated from GET /v1/environments by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listEnvironments = defineTool<paths>()({
  name: "list_environments",
  title: "List environments",
  description:
    "Lists environments, such as production or staging, with their active incidents; get_environment adds the services and functionalities in one. Finds the id to declare impact on; list_infrastructures searches all component kinds.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/environments",
    query: { name: {}, query: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    name: z.string().optional().describe("Text to find in names only."),
    query: z.string().optional().describe("Text to find in names and descriptions."),
  }),
  view: ["id", "name", "slug", "description", "active_incidents"],
});
