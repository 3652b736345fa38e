// Generated from PATCH /v1/incidents/{incident_id}/alerts/{incident_alert_id}/primary by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/alerts.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateIncidentAlertPrimary = defineTool<paths>()({
  name: "update_incident_alert_primary",
  title: "Set the primary alert",
  description:
    "Makes an attached alert the incident's primary one, which overwrites the incident's milestone times with those of the alert and adds the alert's services to the incident. The former milestone times are not kept, so list_incident_milestones is worth reading before. Returns the attachment with its alert.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/incidents/{incident_id}/alerts/{incident_alert_id}/primary",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_alert_id: z.string().describe("From list_incident_alerts."),
    incident_id: z.string().describe("From list_incidents."),
    primary: z.boolean().describe("Whether this is the primary alert."),
  }),
  view: [
    "id",
    "primary",
    "alert.id",
    "alert.summary",
    "alert.status",
    "alert.priority",
    "alert.starts_at",
    "alert.ends_at",
    "alert.services",
  ],
});
