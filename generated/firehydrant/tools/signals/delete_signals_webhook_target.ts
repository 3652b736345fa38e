// Generated from DELETE /v1/signals/webhook_targets/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteSignalsWebhookTarget = defineTool<paths>()({
  name: "delete_signals_webhook_target",
  title: "Delete a Signals webhook target",
  description:
    "Deletes a Signals webhook target, so its URL is no longer notified of alerts by rules or escalation steps that refer to it. No tool restores it.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/signals/webhook_targets/{id}",
    pathParameters: { id: { argument: "webhook_target_id" } },
  },
  input: z.strictObject({ webhook_target_id: z.string().describe("From list_signals_webhook_targets.") }),
  formerArguments: { id: { now: "webhook_target_id" } },
});
