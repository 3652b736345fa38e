// Generated from PATCH /v1/incidents/{incident_id}/notes/{note_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateIncidentNote = defineTool<paths>()({
  name: "update_incident_note",
  title: "Update a note",
  description:
    "Rewrites the text of a note on an incident, which may also change on the status pages it was posted to. Its visibility stays; a further note is posted with create_incident_note. Returns the note.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/incidents/{incident_id}/notes/{note_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    body: z.string().describe("New text, in place of the old."),
    incident_id: z.string().describe("From list_incidents."),
    note_id: z
      .string()
      .describe("From get_incident (last_note.id) or list_incident_events (data.id) for type note."),
  }),
});
