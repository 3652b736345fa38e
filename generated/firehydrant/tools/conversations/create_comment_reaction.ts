// Generated from POST /v1/conversations/{conversation_id}/comments/{comment_id}/reactions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/conversations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createCommentReaction = defineTool<paths>()({
  name: "create_comment_reaction",
  title: "React to a comment",
  description:
    "Adds an emoji reaction to a comment, seen by others in the conversation. To vote on a timeline event of an incident, use vote_on_incident_event.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/conversations/{conversation_id}/comments/{comment_id}/reactions",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    comment_id: z.string().describe("From list_comments."),
    conversation_id: z.string().describe("From get_incident or list_incident_events (conversations[].id)."),
    reaction: z.string().describe("CLDR short name of the emoji, such as thumbs up."),
  }),
});
