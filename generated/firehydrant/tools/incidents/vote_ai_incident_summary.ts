// Generated from PUT /v1/ai/summarize_incident/{incident_id}/{generated_summary_id}/vote by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const voteAiIncidentSummary = defineTool<paths>()({
  name: "vote_ai_incident_summary",
  title: "Vote on AI incident summary",
  description:
    "Records the current user's thumbs up or down on an AI-written summary of an incident. Timeline entries are voted on with vote_on_incident_event. Returns the summary with its content.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/ai/summarize_incident/{incident_id}/{generated_summary_id}/vote",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    direction: z.enum(["up", "down"]).describe("Whether the summary was helpful or not."),
    generated_summary_id: z.string().describe("From get_audience_summary."),
    incident_id: z.string().describe("From list_incidents."),
  }),
});
