// Generated from GET /v1/signals/users/{user_id}/notification_settings by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listUserNotificationSettings = defineTool<paths>()({
  name: "list_user_notification_settings",
  title: "List a user's notification settings",
  description:
    "Lists how and after what delay one user is notified of Signals alerts, by priority, with the destinations. Useful when a page went unanswered. Needs an API key with access to personal data.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/users/{user_id}/notification_settings",
    query: { notification_priority: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    user_id: z.string().describe("From list_users."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    notification_priority: z
      .enum(["HIGH", "MEDIUM", "LOW"])
      .optional()
      .describe("Only settings for this alert priority."),
  }),
});
