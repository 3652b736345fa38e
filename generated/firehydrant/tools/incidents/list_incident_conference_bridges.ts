// Generated from GET /v1/incidents/{incident_id}/conference_bridges by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidentConferenceBridges = defineTool<paths>()({
  name: "list_incident_conference_bridges",
  title: "List conference bridges",
  description:
    "Lists the conference calls of an incident with transcription status and the languages their transcripts are translated into. list_transcript_entries has the spoken words. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/incidents/{incident_id}/conference_bridges" },
  input: z.strictObject({ incident_id: z.string().describe("From list_incidents.") }),
});
