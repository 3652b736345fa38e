// Generated from GET /v1/conversations/{conversation_id}/comments/{comment_id}/reactions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/conversations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listCommentReactions = defineTool<paths>()({
  name: "list_comment_reactions",
  title: "List comment reactions",
  description:
    "Lists the emoji reactions people have left on one comment of a conversation. Votes on timeline events are read with get_incident_event_vote_status. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/conversations/{conversation_id}/comments/{comment_id}/reactions" },
  input: z.strictObject({
    comment_id: z.string().describe("From list_comments."),
    conversation_id: z.string().describe("From get_incident or list_incident_events (conversations[].id)."),
  }),
});
