// Generated from PATCH /v1/conversations/{conversation_id}/comments/{comment_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/conversations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateComment = defineTool<paths>()({
  name: "update_comment",
  title: "Edit a comment",
  description:
    "Replaces the text of one comment in a conversation, as others in the organization read it. Notes on an incident are edited with update_incident_note.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/conversations/{conversation_id}/comments/{comment_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    comment_id: z.string().describe("From list_comments."),
    conversation_id: z.string().describe("From get_incident or list_incident_events (conversations[].id)."),
    body: z.string().nullable().optional().describe("New text of the comment."),
  }),
});
