// Generated from GET /v1/webhooks/{webhook_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/webhooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getWebhook = defineTool<paths>()({
  name: "get_webhook",
  title: "Get a webhook",
  description:
    "Returns one outgoing webhook: its URL, state, subscriptions, creator and times. What it has sent so far is in list_webhook_deliveries.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/webhooks/{webhook_id}" },
  input: z.strictObject({ webhook_id: z.string().describe("From list_webhooks.") }),
});
