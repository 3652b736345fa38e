// Generated from GET /v1/integrations/slack/connections/{connection_id}/emoji_actions/{emoji_action_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getSlackEmojiAction = defineTool<paths>()({
  name: "get_slack_emoji_action",
  title: "Get a Slack emoji action",
  description:
    "Retrieves one emoji action of a Slack connection, by its id. Use list_slack_emoji_actions to see all that are set up.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/integrations/slack/connections/{connection_id}/emoji_actions/{emoji_action_id}",
  },
  input: z.strictObject({
    connection_id: z.string().describe("From list_integration_connections."),
    emoji_action_id: z.string().describe("From list_slack_emoji_actions."),
  }),
});
