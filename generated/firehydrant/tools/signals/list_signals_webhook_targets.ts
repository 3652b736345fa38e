// Generated from GET /v1/signals/webhook_targets by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listSignalsWebhookTargets = defineTool<paths>()({
  name: "list_signals_webhook_targets",
  title: "List Signals webhook targets",
  description:
    "Lists Signals webhook targets: URLs that rules and escalation policies can notify of an alert. Webhooks that follow FireHydrant events such as incidents are in list_webhooks.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/webhook_targets",
    query: { query: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    query: z.string().optional().describe("Text to search for."),
  }),
});
