// Generated from GET /v1/integrations/slack/usergroups by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listSlackUsergroups = defineTool<paths>()({
  name: "list_slack_usergroups",
  title: "List Slack user groups",
  description:
    "Lists the user groups of the connected Slack (the handles that mention several people at once), with id, name, handle and whether each is disabled. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/integrations/slack/usergroups" },
  input: z.strictObject({}),
});
