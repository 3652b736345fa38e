// Generated from POST /v1/incidents/{incident_id}/alerts by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/alerts.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentAlert = defineTool<paths>()({
  name: "create_incident_alert",
  title: "Attach alerts to an incident",
  description:
    "Attaches alerts that FireHydrant has already taken in to an incident, by their ids in list_alerts. It creates no new alert; to alert someone, use create_page.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/alerts",
    body: { type: "application/json", as: "json", whole: "items" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    items: z.array(z.string()).describe("Ids of the alerts to attach. From list_alerts."),
  }),
});
