// Generated from GET /v1/integrations/confluence_cloud/connections/{id}/space/search by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const searchConfluenceSpaces = defineTool<paths>()({
  name: "search_confluence_spaces",
  title: "Search Confluence spaces",
  description:
    "Finds the Confluence spaces that a Confluence Cloud connection can reach, by name. Returns the id and name of each, for settings that need a Confluence space.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/integrations/confluence_cloud/connections/{id}/space/search",
    pathParameters: { id: { argument: "connection_id" } },
    query: { keyword: {}, query: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    connection_id: z.string().describe("From list_integration_connections."),
    cursor: z.string().optional().describe("From next_cursor."),
    keyword: z.string().optional().describe("Deprecated; use query instead."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    query: z.string().optional().describe("Space name to search for."),
  }),
  formerArguments: { id: { now: "connection_id" } },
});
