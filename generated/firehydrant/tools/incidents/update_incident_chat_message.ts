// Generated from PATCH /v1/incidents/{incident_id}/generic_chat_messages/{message_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateIncidentChatMessage = defineTool<paths>()({
  name: "update_incident_chat_message",
  title: "Update a timeline message",
  description:
    "Rewrites the text of a message that was added to an incident's timeline with create_incident_chat_message. Notes change with update_incident_note. Returns the message.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/incidents/{incident_id}/generic_chat_messages/{message_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    body: z.string().describe("New text, in place of the old."),
    incident_id: z.string().describe("From list_incidents."),
    message_id: z
      .string()
      .describe(
        "Message id, as create_incident_chat_message returned it. From list_incident_events (data.id) for type generic_chat_message.",
      ),
  }),
});
