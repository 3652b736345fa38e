// Generated from GET /v1/incidents/{incident_id}/events/{event_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getIncidentEvent = defineTool<paths>()({
  name: "get_incident_event",
  title: "Get a timeline event",
  description:
    "Fetches one entry of an incident's timeline with its type, time, author, visibility, votes and data. The whole timeline comes from list_incident_events.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/incidents/{incident_id}/events/{event_id}" },
  input: z.strictObject({
    event_id: z.string().describe("From list_incident_events."),
    incident_id: z.string().describe("From list_incidents."),
  }),
  view: ["id", "type", "occurred_at", "author.name", "visibility", "data", "votes"],
});
