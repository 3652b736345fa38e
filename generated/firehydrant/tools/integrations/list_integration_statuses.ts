// Generated from GET /v1/integrations/statuses by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIntegrationStatuses = defineTool<paths>()({
  name: "list_integration_statuses",
  title: "List integration connection statuses",
  description:
    "Shows the health of all integration connections: the latest check with its status, message and error type. Use it first when alerts, tickets or Slack channels stop arriving. Narrow it to one integration with list_integration_statuses_by_slug. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/integrations/statuses" },
  input: z.strictObject({}),
});
