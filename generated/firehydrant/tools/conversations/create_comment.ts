// Generated from POST /v1/conversations/{conversation_id}/comments by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/conversations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createComment = defineTool<paths>()({
  name: "create_comment",
  title: "Post a comment",
  description:
    "Posts a comment to a conversation, where others in the organization can read it. It belongs to a discussion thread; for an update on the incident itself use create_incident_note.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/conversations/{conversation_id}/comments",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    body: z.string().describe("Text of the comment."),
    conversation_id: z.string().describe("From get_incident or list_incident_events (conversations[].id)."),
  }),
});
