// Generated from POST /v1/incidents/{incident_id}/related_change_events by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentChangeEvent = defineTool<paths>()({
  name: "create_incident_change_event",
  title: "Relate a change event",
  description:
    "Relates an existing change event to an incident as its cause, its fix or a suspect; type dismissed removes it again. create_change_event first records a change that is not recorded yet. Returns the relation.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/related_change_events",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    change_event_id: z.string().describe("From list_change_events."),
    incident_id: z.string().describe("From list_incidents."),
    type: z.enum(["caused", "fixed", "suspect", "dismissed"]).describe("Kind of relation to the incident."),
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
