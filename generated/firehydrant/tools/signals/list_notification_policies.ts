// Generated from GET /v1/signals/notification_policy_items by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listNotificationPolicies = defineTool<paths>()({
  name: "list_notification_policies",
  title: "List notification policies",
  description:
    "Lists the Signals notification policies: for an alert priority and a kind of notification, the longest delay allowed. What one person has set: list_user_notification_settings.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/notification_policy_items",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
