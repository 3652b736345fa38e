// Generated from GET /v1/conversations/{conversation_id}/comments by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/conversations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listComments = defineTool<paths>()({
  name: "list_comments",
  title: "List comments",
  description:
    "Lists the comments of one conversation, the discussion thread on an incident or one of its timeline events. The timeline itself is read with list_incident_events.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/conversations/{conversation_id}/comments",
    query: { after: {}, before: {}, sort: {} },
    page: { style: "after", after: "after", key: "created_at", most: 100 },
  },
  input: z.strictObject({
    conversation_id: z.string().describe("From get_incident or list_incident_events (conversations[].id)."),
    after: z.iso.datetime({ offset: true, local: true }).optional().describe("Posted after this time."),
    before: z.iso.datetime({ offset: true, local: true }).optional().describe("Posted before this time."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Items to return."),
    sort: z.enum(["asc", "desc"]).optional().describe("Order by the time of posting."),
  }),
});
