// Generated from GET /v1/conversations/{conversation_id}/comments/{comment_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/conversations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getComment = defineTool<paths>()({
  name: "get_comment",
  title: "Get a comment",
  description:
    "Retrieves one comment of a conversation, by its id. To read the whole thread in order of time, use list_comments.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/conversations/{conversation_id}/comments/{comment_id}" },
  input: z.strictObject({
    comment_id: z.string().describe("From list_comments."),
    conversation_id: z.string().describe("From get_incident or list_incident_events (conversations[].id)."),
  }),
});
