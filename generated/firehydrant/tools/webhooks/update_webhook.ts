// Generated from PATCH /v1/webhooks/{webhook_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/webhooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateWebhook = defineTool<paths>()({
  name: "update_webhook",
  title: "Update a webhook",
  description:
    "Changes where an outgoing webhook sends its data, or turns it on or off. Setting it inactive keeps its configuration, unlike delete_webhook. Returns the webhook.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/webhooks/{webhook_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    webhook_id: z.string().describe("From list_webhooks."),
    state: z.enum(["active", "inactive"]).nullable().optional().describe("Whether it delivers."),
    url: z.string().nullable().optional().describe("New address that receives the deliveries."),
  }),
});
