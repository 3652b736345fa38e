// Generated from POST /v1/audiences/{audience_id}/summaries/{incident_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/audiences.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const generateAudienceSummary = defineTool<paths>()({
  name: "generate_audience_summary",
  title: "Generate an audience summary",
  description:
    "Starts the writing of a new AI summary of an incident for one audience. The work continues after the answer and takes up to a minute; get_audience_summary then has the text. No notification is documented. Accepted, not finished. get_audience_summary with the same audience_id and incident_id shows the text, every 5 s for up to 60 s: usually done when it has content and its id or created_at differs from before the call. A failure isn't shown. wait_seconds waits for that.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/audiences/{audience_id}/summaries/{incident_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    audience_id: z.string().describe("From list_audiences."),
    incident_id: z.string().describe("From list_incidents."),
    force_regenerate: z
      .boolean()
      .nullable()
      .optional()
      .describe("Whether a new summary is written even if one exists."),
  }),
  poll: {
    tool: "get_audience_summary",
    arguments: { audience_id: "arguments.audience_id", incident_id: "arguments.incident_id" },
    everySeconds: 5,
    atMostSeconds: 60,
    done: "now.content && (now.id != before.id || now.created_at != before.created_at)",
  },
});
