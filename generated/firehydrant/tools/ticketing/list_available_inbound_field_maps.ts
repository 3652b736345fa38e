// Generated from GET /v1/ticketing/projects/{ticketing_project_id}/inbound_field_maps/available_fields by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listAvailableInboundFieldMaps = defineTool<paths>()({
  name: "list_available_inbound_field_maps",
  title: "List fields for inbound mapping",
  description:
    "Lists the fields that inbound mapping can use in a ticketing project, by label and field id. For the outbound direction, use list_available_ticketing_field_maps. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/ticketing/projects/{ticketing_project_id}/inbound_field_maps/available_fields",
  },
  input: z.strictObject({ ticketing_project_id: z.string().describe("From list_ticketing_projects.") }),
});
