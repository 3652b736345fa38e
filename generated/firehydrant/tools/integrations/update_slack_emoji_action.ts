// Generated from PATCH /v1/integrations/slack/connections/{connection_id}/emoji_actions/{emoji_action_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateSlackEmojiAction = defineTool<paths>()({
  name: "update_slack_emoji_action",
  title: "Update a Slack emoji action",
  description:
    "Changes which emoji or which incident type a Slack emoji action uses. It affects what that emoji does for people in the connected Slack.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/integrations/slack/connections/{connection_id}/emoji_actions/{emoji_action_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    connection_id: z.string().describe("From list_integration_connections."),
    emoji_action_id: z.string().describe("From list_slack_emoji_actions."),
    emoji_name: z.string().nullable().optional().describe("Name of the emoji that triggers it."),
    incident_type_id: z
      .string()
      .nullable()
      .optional()
      .describe("Incident type of the emoji. From list_incident_types."),
  }),
});
