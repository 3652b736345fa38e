// Generated from GET /v1/custom_fields/definitions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listCustomFieldDefinitions = defineTool<paths>()({
  name: "list_custom_field_definitions",
  title: "List incident custom fields",
  description:
    "Lists the custom fields that incidents carry: id, slug, type, permitted values and when each is required. Fields of tickets are separate, in list_ticketing_custom_field_definitions. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/custom_fields/definitions" },
  input: z.strictObject({}),
});
