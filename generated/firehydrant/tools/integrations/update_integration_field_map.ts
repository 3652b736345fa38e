// Generated from PATCH /v1/integrations/field_maps/{field_map_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateIntegrationFieldMap = defineTool<paths>()({
  name: "update_integration_field_map",
  title: "Update an integration field map",
  description:
    "Updates a field map of an integration connection. The API documents no fields to send, so this tool has none. Field maps of ticketing projects are changed with update_ticketing_field_map or update_inbound_field_map.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "PATCH", path: "/v1/integrations/field_maps/{field_map_id}" },
  input: z.strictObject({ field_map_id: z.string().describe("Id of the field map; no tool lists these.") }),
});
