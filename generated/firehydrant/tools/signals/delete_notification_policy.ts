// Generated from DELETE /v1/signals/notification_policy_items/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteNotificationPolicy = defineTool<paths>()({
  name: "delete_notification_policy",
  title: "Delete a notification policy",
  description:
    "Deletes a notification policy, so its limit on how late people may be notified of alerts no longer applies. No tool restores it.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/signals/notification_policy_items/{id}",
    pathParameters: { id: { argument: "notification_policy_id" } },
  },
  input: z.strictObject({ notification_policy_id: z.string().describe("From list_notification_policies.") }),
  formerArguments: { id: { now: "notification_policy_id" } },
});
