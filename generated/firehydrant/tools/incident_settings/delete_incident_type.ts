// Generated from DELETE /v1/incident_types/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteIncidentType = defineTool<paths>()({
  name: "delete_incident_type",
  title: "Archive an incident type",
  description:
    "Archives an incident type for the whole organization: lists and metrics no longer show it, and no tool restores it. What happens to incidents of that type is not documented.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/incident_types/{id}",
    pathParameters: { id: { argument: "incident_type_id" } },
  },
  input: z.strictObject({ incident_type_id: z.string().describe("From list_incident_types.") }),
  formerArguments: { id: { now: "incident_type_id" } },
});
