// Generated from POST /v1/webhooks by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/webhooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createWebhook = defineTool<paths>()({
  name: "create_webhook",
  title: "Create a webhook",
  description:
    "Registers an outside URL that FireHydrant sends event data to from then on, only for the events in its subscriptions. No tool sets those, and without any, nothing is sent. To be notified by Signals alerts at a URL, use create_signals_webhook_target. Returns the webhook with its state and subscriptions. The webhook is there at once; deliveries are accepted and follow, usually as events occur. list_webhook_deliveries with the answer's id as webhook_id shows each one: status_code, attempts, and error where it failed.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/webhooks", body: { type: "application/json", as: "json" } },
  input: z.strictObject({ url: z.string().describe("Address that receives the deliveries.") }),
});
