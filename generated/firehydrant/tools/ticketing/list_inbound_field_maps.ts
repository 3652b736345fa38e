// Generated from GET /v1/ticketing/projects/{ticketing_project_id}/inbound_field_maps by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listInboundFieldMaps = defineTool<paths>()({
  name: "list_inbound_field_maps",
  title: "List inbound field maps",
  description:
    "Lists a ticketing project's inbound field maps, each pairing an external field with a FireHydrant field for a ticket type. The outbound map is in get_ticketing_project.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/ticketing/projects/{ticketing_project_id}/inbound_field_maps",
    query: { ticket_type: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    ticketing_project_id: z.string().describe("From list_ticketing_projects."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    ticket_type: z.enum(["incident", "follow_up"]).optional().describe("Only maps for this ticket type."),
  }),
});
