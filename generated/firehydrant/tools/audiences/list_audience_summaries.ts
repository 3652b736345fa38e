// Generated from GET /v1/audiences/summaries/{incident_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/audiences.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listAudienceSummaries = defineTool<paths>()({
  name: "list_audience_summaries",
  title: "List an incident's audience summaries",
  description:
    "Gets the summaries already written for one incident, for all audiences at once; audiences is a map encoded as JSON text. get_audience_summary reads a single audience; generate_audience_summary writes a new one. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/audiences/summaries/{incident_id}" },
  input: z.strictObject({ incident_id: z.string().describe("From list_incidents.") }),
});
