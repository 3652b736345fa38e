// Generated from DELETE /v1/incidents/{incident_id}/events/{event_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteIncidentEvent = defineTool<paths>()({
  name: "delete_incident_event",
  title: "Delete a timeline event",
  description:
    "Deletes one entry from an incident's timeline, so that later readers and the retrospective may lack it; there is no tool to bring it back.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/incidents/{incident_id}/events/{event_id}" },
  input: z.strictObject({
    event_id: z.string().describe("From list_incident_events."),
    incident_id: z.string().describe("From list_incidents."),
  }),
});
