// Generated from GET /v1/webhooks by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/webhooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listWebhooks = defineTool<paths>()({
  name: "list_webhooks",
  title: "List webhooks",
  description:
    "Lists the outgoing webhooks of the account: the URL each one sends to, its state, subscriptions and creator. Signals notification targets are in list_signals_webhook_targets.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/webhooks",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
