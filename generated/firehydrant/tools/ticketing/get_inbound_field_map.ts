// Generated from GET /v1/ticketing/projects/{ticketing_project_id}/inbound_field_maps/{map_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getInboundFieldMap = defineTool<paths>()({
  name: "get_inbound_field_map",
  title: "Get an inbound field map",
  description:
    "Returns one inbound field map of a ticketing project: the external field, the FireHydrant field and the ticket type. For the outbound map, use get_ticketing_field_map.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/ticketing/projects/{ticketing_project_id}/inbound_field_maps/{map_id}",
  },
  input: z.strictObject({
    map_id: z.string().describe("From list_inbound_field_maps."),
    ticketing_project_id: z.string().describe("From list_ticketing_projects."),
  }),
});
