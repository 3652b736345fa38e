// Generated from GET /v1/integrations/slack/connections/{connection_id}/emoji_actions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listSlackEmojiActions = defineTool<paths>()({
  name: "list_slack_emoji_actions",
  title: "List Slack emoji actions",
  description:
    "Lists the emoji actions of a Slack connection: emoji names that are set up to act in Slack, each optionally tied to an incident type.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/integrations/slack/connections/{connection_id}/emoji_actions",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    connection_id: z.string().describe("From list_integration_connections."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
