// Generated from PATCH /v1/signals/webhook_targets/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateSignalsWebhookTarget = defineTool<paths>()({
  name: "update_signals_webhook_target",
  title: "Change a Signals webhook target",
  description:
    "Changes where alert data is sent: the URL, signing key, name or description of a webhook target. Rules and escalation steps that refer to it follow. Returns the changed target.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/signals/webhook_targets/{id}",
    pathParameters: { id: { argument: "webhook_target_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    webhook_target_id: z.string().describe("From list_signals_webhook_targets."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    name: z.string().nullable().optional().describe("Name people will see."),
    signing_key: z
      .string()
      .nullable()
      .optional()
      .describe("Secret sent in the FH-Signature header; not shown again."),
    url: z.string().nullable().optional().describe("URL that is called when the target is notified."),
  }),
  formerArguments: { id: { now: "webhook_target_id" } },
});
