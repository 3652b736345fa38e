// Generated from POST /v1/ticketing/projects/{ticketing_project_id}/field_maps by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createTicketingFieldMap = defineTool<paths>()({
  name: "create_ticketing_field_map",
  title: "Create a ticket field map",
  description:
    "Creates a project's field map, which fills fields of external tickets with FireHydrant values. The contract declares no body, so only the project can be given here. For the other direction, use create_inbound_field_map. Returns the map.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/ticketing/projects/{ticketing_project_id}/field_maps" },
  input: z.strictObject({ ticketing_project_id: z.string().describe("From list_ticketing_projects.") }),
});
