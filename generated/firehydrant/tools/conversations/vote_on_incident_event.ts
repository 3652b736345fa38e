// Generated from PATCH /v1/incidents/{incident_id}/events/{event_id}/votes by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/conversations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const voteOnIncidentEvent = defineTool<paths>()({
  name: "vote_on_incident_event",
  title: "Vote on a timeline event",
  description:
    "Casts a vote up or down on one event of an incident's timeline. An AI incident summary is rated with vote_ai_incident_summary. Returns likes, dislikes and the caller's own vote.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/incidents/{incident_id}/events/{event_id}/votes",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    direction: z.enum(["up", "down", "dig"]).describe("Vote to cast; dig also shows approval."),
    event_id: z.string().describe("From list_incident_events."),
    incident_id: z.string().describe("From list_incidents."),
  }),
});
