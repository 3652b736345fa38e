// Generated from DELETE /v1/conversations/{conversation_id}/comments/{comment_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/conversations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteComment = defineTool<paths>()({
  name: "delete_comment",
  title: "Archive a comment",
  description:
    "Archives a comment, which takes it out of its conversation; no tool restores it. To correct its text instead, use update_comment.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/conversations/{conversation_id}/comments/{comment_id}" },
  input: z.strictObject({
    comment_id: z.string().describe("From list_comments."),
    conversation_id: z.string().describe("From get_incident or list_incident_events (conversations[].id)."),
  }),
});
