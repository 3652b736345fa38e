// Generated from POST /v1/ticketing/projects/{ticketing_project_id}/inbound_field_maps by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createInboundFieldMap = defineTool<paths>()({
  name: "create_inbound_field_map",
  title: "Create an inbound field map",
  description:
    "Creates an inbound field map, which carries a field of the external ticket into FireHydrant. The contract declares no body, so only the project can be given here. Returns the map.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/ticketing/projects/{ticketing_project_id}/inbound_field_maps" },
  input: z.strictObject({ ticketing_project_id: z.string().describe("From list_ticketing_projects.") }),
});
