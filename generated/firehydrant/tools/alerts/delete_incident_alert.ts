// Generated from DELETE /v1/incidents/{incident_id}/alerts/{incident_alert_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/alerts.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteIncidentAlert = defineTool<paths>()({
  name: "delete_incident_alert",
  title: "Detach an alert",
  description:
    "Takes an alert off an incident. The id is that of the attachment, not of the alert itself, which stays in list_alerts and can be attached again with create_incident_alert.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/incidents/{incident_id}/alerts/{incident_alert_id}" },
  input: z.strictObject({
    incident_alert_id: z.string().describe("From list_incident_alerts."),
    incident_id: z.string().describe("From list_incidents."),
  }),
});
