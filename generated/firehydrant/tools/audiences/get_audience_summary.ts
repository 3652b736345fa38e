// Generated from GET /v1/audiences/{audience_id}/summaries/{incident_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/audiences.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getAudienceSummary = defineTool<paths>()({
  name: "get_audience_summary",
  title: "Get an audience's incident summary",
  description:
    "Gets the latest summary of an incident written for one audience, with its text and time. It writes nothing new: generate_audience_summary does, and list_audience_summaries covers all audiences.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/audiences/{audience_id}/summaries/{incident_id}" },
  input: z.strictObject({
    audience_id: z.string().describe("From list_audiences."),
    incident_id: z.string().describe("From list_incidents."),
  }),
});
