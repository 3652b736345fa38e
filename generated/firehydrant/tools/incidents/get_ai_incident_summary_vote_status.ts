// Generated from GET /v1/ai/summarize_incident/{incident_id}/{generated_summary_id}/voted by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getAiIncidentSummaryVoteStatus = defineTool<paths>()({
  name: "get_ai_incident_summary_vote_status",
  title: "Get AI summary vote",
  description:
    "Shows how the current user has voted on one AI-written summary of an incident, if at all. The vote itself is cast with vote_ai_incident_summary.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/ai/summarize_incident/{incident_id}/{generated_summary_id}/voted" },
  input: z.strictObject({
    generated_summary_id: z.string().describe("From get_audience_summary."),
    incident_id: z.string().describe("From list_incidents."),
  }),
});
