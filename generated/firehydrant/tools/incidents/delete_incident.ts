// Generated from DELETE /v1/incidents/{incident_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteIncident = defineTool<paths>()({
  name: "delete_incident",
  title: "Archive an incident",
  description:
    "Archives an incident, so that it drops out of lists and metrics; unarchive_incident brings it back. An incident that is simply over is ended with resolve_incident or close_incident instead.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/incidents/{incident_id}" },
  input: z.strictObject({ incident_id: z.string().describe("From list_incidents.") }),
});
