// Generated from GET /v1/ticketing/projects/{ticketing_project_id}/field_maps/{map_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getTicketingFieldMap = defineTool<paths>()({
  name: "get_ticketing_field_map",
  title: "Get a ticket field map",
  description:
    "Returns a ticketing project's field map: which external field gets which value, directly or by rules. For an inbound map, use get_inbound_field_map.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/ticketing/projects/{ticketing_project_id}/field_maps/{map_id}" },
  input: z.strictObject({
    map_id: z.string().describe("From get_ticketing_project (field_map.id)."),
    ticketing_project_id: z.string().describe("From list_ticketing_projects."),
  }),
});
