// Generated from PATCH /v1/incidents/{incident_id}/related_change_events/{related_change_event_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateIncidentChangeEvent = defineTool<paths>()({
  name: "update_incident_change_event",
  title: "Update a related change",
  description:
    "Changes how a change event relates to an incident, or why; type dismissed removes it. The change event itself is edited with update_change_event. Returns the relation.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/incidents/{incident_id}/related_change_events/{related_change_event_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    related_change_event_id: z.string().describe("From list_incident_change_events."),
    type: z
      .enum(["caused", "fixed", "suspect", "dismissed"])
      .nullable()
      .optional()
      .describe("Kind of relation to the incident."),
    why: z.string().nullable().optional().describe("Reason the change is related."),
  }),
  view: [
    "id",
    "type",
    "why",
    "change_event.id",
    "change_event.summary",
    "change_event.starts_at",
    "created_by.name",
  ],
});
