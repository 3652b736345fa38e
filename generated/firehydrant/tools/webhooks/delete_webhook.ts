// Generated from DELETE /v1/webhooks/{webhook_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/webhooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteWebhook = defineTool<paths>()({
  name: "delete_webhook",
  title: "Delete a webhook",
  description:
    "Deletes an outgoing webhook, so the system behind its URL gets no more deliveries. To pause it instead, set its state to inactive with update_webhook.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/webhooks/{webhook_id}" },
  input: z.strictObject({ webhook_id: z.string().describe("From list_webhooks.") }),
});
