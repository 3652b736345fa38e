// Generated from GET /v1/integrations/slack/connections/{connection_id}/workspaces by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listSlackWorkspaces = defineTool<paths>()({
  name: "list_slack_workspaces",
  title: "List Slack workspaces",
  description:
    "Lists the Slack workspaces behind one Slack connection, with id, name and Slack team id. Slack user groups come from list_slack_usergroups. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/integrations/slack/connections/{connection_id}/workspaces" },
  input: z.strictObject({ connection_id: z.string().describe("From list_integration_connections.") }),
});
