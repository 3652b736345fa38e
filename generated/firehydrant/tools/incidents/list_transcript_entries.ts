// Generated from GET /v1/incidents/{incident_id}/transcript by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listTranscriptEntries = defineTool<paths>()({
  name: "list_transcript_entries",
  title: "List transcript entries",
  description:
    "Lists what was said on an incident's conference calls, entry by entry, with speaker, words and times. Written messages and other events are in list_incident_events.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/incidents/{incident_id}/transcript",
    query: { after: {}, before: {}, sort: {} },
    page: { style: "after", after: "after", key: "id", most: 100 },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    after: z.string().optional().describe("Id of the entry to start after."),
    before: z.string().optional().describe("Id of the entry to end before."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Items to return."),
    sort: z.enum(["asc", "desc"]).optional().describe("Order of the entries."),
  }),
});
