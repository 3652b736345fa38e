// Generated from PATCH /v1/ticketing/projects/{ticketing_project_id}/field_maps/{map_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateTicketingFieldMap = defineTool<paths>()({
  name: "update_ticketing_field_map",
  title: "Update a ticket field map",
  description:
    "Updates the field map of a ticketing project. The contract declares no body, so no new contents can be given here. For an inbound map, use update_inbound_field_map. Returns the map.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "PATCH", path: "/v1/ticketing/projects/{ticketing_project_id}/field_maps/{map_id}" },
  input: z.strictObject({
    map_id: z.string().describe("From get_ticketing_project (field_map.id)."),
    ticketing_project_id: z.string().describe("From list_ticketing_projects."),
  }),
});
