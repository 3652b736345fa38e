// Generated from PATCH /v1/incidents/{incident_id}/events/{event_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateIncidentEvent = defineTool<paths>()({
  name: "update_incident_event",
  title: "Update a timeline event",
  description:
    "Updates one entry of an incident's timeline, though FireHydrant documents no fields to change, so a call may have no effect. The text of a note changes with update_incident_note, that of a timeline message with update_incident_chat_message. Returns the event.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "PATCH", path: "/v1/incidents/{incident_id}/events/{event_id}" },
  input: z.strictObject({
    event_id: z.string().describe("From list_incident_events."),
    incident_id: z.string().describe("From list_incidents."),
  }),
  view: ["id", "type", "occurred_at", "author.name", "visibility", "data"],
});
