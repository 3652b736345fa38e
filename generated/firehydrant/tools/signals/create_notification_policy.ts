// Generated from POST /v1/signals/notification_policy_items by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createNotificationPolicy = defineTool<paths>()({
  name: "create_notification_policy",
  title: "Create a notification policy",
  description:
    "Changes how soon people are notified of alerts: sets the longest delay allowed for one alert priority and notification method. Returns the policy with its id.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/signals/notification_policy_items",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    max_delay: z.string().describe("Longest delay allowed, as an ISO 8601 duration such as PT5M."),
    notification_group_method: z
      .enum(["any", "push", "email", "voice", "mobile_text", "chat"])
      .describe("Group of notification methods the policy is for."),
    priority: z.enum(["HIGH", "MEDIUM", "LOW"]).describe("Alert priority the policy is for."),
  }),
});
