// Generated from POST /v1/incidents/{incident_id}/generic_chat_messages by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentChatMessage = defineTool<paths>()({
  name: "create_incident_chat_message",
  title: "Add a timeline message",
  description:
    "Adds a chat message to an incident's timeline, independent of Slack or any other chat provider. For a note that can also reach status pages use create_incident_note. Returns the message with its id.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/generic_chat_messages",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    body: z.string().describe("Text of the message."),
    incident_id: z.string().describe("From list_incidents."),
    occurred_at: z.iso
      .datetime({ offset: true, local: true })
      .nullable()
      .optional()
      .describe("When it was said, for a message added later."),
    vote_direction: z.enum(["up", "down"]).nullable().optional().describe("Vote to cast on the new message."),
  }),
});
