// Generated from PUT /v1/ticketing/projects/{ticketing_project_id}/inbound_field_maps/{map_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateInboundFieldMap = defineTool<paths>()({
  name: "update_inbound_field_map",
  title: "Update an inbound field map",
  description:
    "Updates an inbound field map of a ticketing project. The contract declares no body, so no new contents can be given here. For the outbound map, use update_ticketing_field_map. Returns the map.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/ticketing/projects/{ticketing_project_id}/inbound_field_maps/{map_id}",
  },
  input: z.strictObject({
    map_id: z.string().describe("From list_inbound_field_maps."),
    ticketing_project_id: z.string().describe("From list_ticketing_projects."),
  }),
});
