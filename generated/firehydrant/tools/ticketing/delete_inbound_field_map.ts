// Generated from DELETE /v1/ticketing/projects/{ticketing_project_id}/inbound_field_maps/{map_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteInboundFieldMap = defineTool<paths>()({
  name: "delete_inbound_field_map",
  title: "Archive an inbound field map",
  description:
    "Archives an inbound field map of a ticketing project; no tool brings it back. For the outbound map, use delete_ticketing_field_map. Answers without a body.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/ticketing/projects/{ticketing_project_id}/inbound_field_maps/{map_id}",
  },
  input: z.strictObject({
    map_id: z.string().describe("From list_inbound_field_maps."),
    ticketing_project_id: z.string().describe("From list_ticketing_projects."),
  }),
});
