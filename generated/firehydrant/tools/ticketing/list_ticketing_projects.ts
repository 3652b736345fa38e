// Generated from GET /v1/ticketing/projects by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listTicketingProjects = defineTool<paths>()({
  name: "list_ticketing_projects",
  title: "List ticketing projects",
  description:
    "Lists the projects of connected ticketing tools where tickets can be filed, with connection and any configuration. Its ids go into create_ticket and the other ticketing tools.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/ticketing/projects",
    query: {
      configured_projects: {},
      connection_ids: {},
      providers: {},
      query: {},
      supports_ticket_types: {},
    },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    configured_projects: z.boolean().optional().describe("Filter by whether a project is configured."),
    connection_ids: z
      .string()
      .optional()
      .describe("Only projects of these connections. From list_integration_connections."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    providers: z.string().optional().describe("Only projects of these ticketing providers."),
    query: z.string().optional().describe("Text to search for."),
    supports_ticket_types: z.string().optional().describe("Only projects that support these ticket types."),
  }),
  view: [
    "id",
    "name",
    "connection_slug",
    "config.id",
    "config.connection_type",
    "config.ticketing_project_name",
    "field_map.id",
    "updated_at",
  ],
});
