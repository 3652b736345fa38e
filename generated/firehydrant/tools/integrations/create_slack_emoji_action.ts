// Generated from POST /v1/integrations/slack/connections/{connection_id}/emoji_actions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createSlackEmojiAction = defineTool<paths>()({
  name: "create_slack_emoji_action",
  title: "Create a Slack emoji action",
  description:
    "Adds an emoji action to a Slack connection, optionally tied to an incident type. It takes effect for people using that emoji in the connected Slack.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/integrations/slack/connections/{connection_id}/emoji_actions",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    connection_id: z.string().describe("From list_integration_connections."),
    emoji_name: z.string().describe("Name of the emoji that triggers it."),
    incident_type_id: z
      .string()
      .nullable()
      .optional()
      .describe("Incident type of the emoji. From list_incident_types."),
  }),
});
