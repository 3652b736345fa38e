// Generated from GET /v1/integrations/field_maps/{field_map_id}/available_fields by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIntegrationFieldMapAvailableFields = defineTool<paths>()({
  name: "list_integration_field_map_available_fields",
  title: "List fields for a field map",
  description:
    "Describes the fields that an integration field map can fill: label, type, allowed values and whether each is required. For ticketing projects, use list_available_ticketing_field_maps. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/integrations/field_maps/{field_map_id}/available_fields" },
  input: z.strictObject({ field_map_id: z.string().describe("Id of the field map; no tool lists these.") }),
});
