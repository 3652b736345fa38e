// Generated from DELETE /v1/integrations/slack/connections/{connection_id}/emoji_actions/{emoji_action_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteSlackEmojiAction = defineTool<paths>()({
  name: "delete_slack_emoji_action",
  title: "Delete a Slack emoji action",
  description:
    "Deletes an emoji action, so the emoji no longer triggers anything through this Slack connection. It can only be brought back by creating it again with create_slack_emoji_action.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/integrations/slack/connections/{connection_id}/emoji_actions/{emoji_action_id}",
  },
  input: z.strictObject({
    connection_id: z.string().describe("From list_integration_connections."),
    emoji_action_id: z.string().describe("From list_slack_emoji_actions."),
  }),
});
