// Generated from GET /v1/incidents/{incident_id}/events/{event_id}/votes/status by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/conversations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getIncidentEventVoteStatus = defineTool<paths>()({
  name: "get_incident_event_vote_status",
  title: "Get a timeline event's votes",
  description:
    "Returns the number of likes and dislikes on one event of an incident's timeline, and whether the caller has voted and how.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/incidents/{incident_id}/events/{event_id}/votes/status" },
  input: z.strictObject({
    event_id: z.string().describe("From list_incident_events."),
    incident_id: z.string().describe("From list_incidents."),
  }),
});
