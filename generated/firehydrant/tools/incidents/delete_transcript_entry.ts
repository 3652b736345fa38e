// Generated from DELETE /v1/incidents/{incident_id}/transcript/{transcript_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteTranscriptEntry = defineTool<paths>()({
  name: "delete_transcript_entry",
  title: "Delete a transcript entry",
  description:
    "Deletes one entry from an incident's transcript; there is no tool to bring it back. A wrong speaker is corrected with update_transcript_attribution.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/incidents/{incident_id}/transcript/{transcript_id}" },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    transcript_id: z.string().describe("From list_transcript_entries."),
  }),
});
