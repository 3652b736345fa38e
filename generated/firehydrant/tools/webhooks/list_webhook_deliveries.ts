// Generated from GET /v1/webhooks/{webhook_id}/deliveries by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/webhooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listWebhookDeliveries = defineTool<paths>()({
  name: "list_webhook_deliveries",
  title: "List webhook deliveries",
  description:
    "Lists what one webhook tried to deliver, with status code, error, number of attempts and duration. Use it to find out why a receiving system got nothing.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/webhooks/{webhook_id}/deliveries",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    webhook_id: z.string().describe("From list_webhooks."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
