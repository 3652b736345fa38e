// Generated from DELETE /v1/incidents/{incident_id}/status_pages/{status_page_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteIncidentStatusPage = defineTool<paths>()({
  name: "delete_incident_status_page",
  title: "Detach a status page",
  description:
    "Detaches a status page from an incident, so customers may no longer see the incident there. The page itself stays; delete_hosted_status_page removes it.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/incidents/{incident_id}/status_pages/{status_page_id}",
    pathParameters: { status_page_id: { argument: "incident_status_page_id" } },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    incident_status_page_id: z.string().describe("From list_incident_status_pages."),
  }),
  formerArguments: { status_page_id: { now: "incident_status_page_id" } },
});
