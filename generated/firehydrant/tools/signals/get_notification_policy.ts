// Generated from GET /v1/signals/notification_policy_items/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getNotificationPolicy = defineTool<paths>()({
  name: "get_notification_policy",
  title: "Get a notification policy",
  description:
    "Reads one Signals notification policy by id: alert priority, notification method and longest delay. list_notification_policies finds the id and shows them all.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/notification_policy_items/{id}",
    pathParameters: { id: { argument: "notification_policy_id" } },
  },
  input: z.strictObject({ notification_policy_id: z.string().describe("From list_notification_policies.") }),
  formerArguments: { id: { now: "notification_policy_id" } },
});
