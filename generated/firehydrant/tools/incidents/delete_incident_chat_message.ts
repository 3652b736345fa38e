// Generated from DELETE /v1/incidents/{incident_id}/generic_chat_messages/{message_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteIncidentChatMessage = defineTool<paths>()({
  name: "delete_incident_chat_message",
  title: "Delete a timeline message",
  description:
    "Deletes a message that was added to an incident's timeline with create_incident_chat_message; there is no tool to bring it back.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/incidents/{incident_id}/generic_chat_messages/{message_id}" },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    message_id: z
      .string()
      .describe(
        "Message id, as create_incident_chat_message returned it. From list_incident_events (data.id) for type generic_chat_message.",
      ),
  }),
});
