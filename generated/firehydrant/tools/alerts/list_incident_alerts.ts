// Generated from GET /v1/incidents/{incident_id}/alerts by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/alerts.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidentAlerts = defineTool<paths>()({
  name: "list_incident_alerts",
  title: "List an incident's alerts",
  description:
    "Lists the alerts attached to one incident and which of them is primary. Each item's id is that of the attachment, which delete_incident_alert takes; the alert's own id is inside. For alerts in general, use list_alerts. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/incidents/{incident_id}/alerts" },
  input: z.strictObject({ incident_id: z.string().describe("From list_incidents.") }),
  view: [
    "id",
    "primary",
    "alert.id",
    "alert.summary",
    "alert.status",
    "alert.priority",
    "alert.starts_at",
    "alert.ends_at",
    "alert.integration_name",
    "alert.team_name",
    "alert.services",
    "alert.remote_url",
  ],
});
