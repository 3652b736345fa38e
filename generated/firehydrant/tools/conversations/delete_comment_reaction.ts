// Generated from DELETE /v1/conversations/{conversation_id}/comments/{comment_id}/reactions/{reaction_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/conversations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteCommentReaction = defineTool<paths>()({
  name: "delete_comment_reaction",
  title: "Remove a reaction",
  description:
    "Archives one emoji reaction, which takes it off its comment. The comment itself stays; use delete_comment to archive that too.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/conversations/{conversation_id}/comments/{comment_id}/reactions/{reaction_id}",
  },
  input: z.strictObject({
    comment_id: z.string().describe("From list_comments."),
    conversation_id: z.string().describe("From get_incident or list_incident_events (conversations[].id)."),
    reaction_id: z.string().describe("From list_comment_reactions."),
  }),
});
