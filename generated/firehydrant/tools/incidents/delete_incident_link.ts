// Generated from DELETE /v1/incidents/{incident_id}/links/{link_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteIncidentLink = defineTool<paths>()({
  name: "delete_incident_link",
  title: "Remove a link",
  description:
    "Removes an external link from an incident; the page it points to stays as it is. create_incident_link can add it again.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/incidents/{incident_id}/links/{link_id}" },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    link_id: z.string().describe("From list_incident_links."),
  }),
});
