// Generated from PATCH /v1/signals/notification_policy_items/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateNotificationPolicy = defineTool<paths>()({
  name: "update_notification_policy",
  title: "Change a notification policy",
  description:
    "Changes how soon people are notified of alerts, by editing the priority, method or longest delay of one notification policy. Answers without a documented body.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/signals/notification_policy_items/{id}",
    pathParameters: { id: { argument: "notification_policy_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    notification_policy_id: z.string().describe("From list_notification_policies."),
    max_delay: z
      .string()
      .nullable()
      .optional()
      .describe("Longest delay allowed, as an ISO 8601 duration such as PT5M."),
    notification_group_method: z
      .enum(["any", "push", "email", "voice", "mobile_text", "chat"])
      .nullable()
      .optional()
      .describe("Group of notification methods the policy is for."),
    priority: z
      .enum(["HIGH", "MEDIUM", "LOW"])
      .nullable()
      .optional()
      .describe("Alert priority the policy is for."),
  }),
  formerArguments: { id: { now: "notification_policy_id" } },
});
