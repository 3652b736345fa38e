// Generated from POST /v1/signals/webhook_targets by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createSignalsWebhookTarget = defineTool<paths>()({
  name: "create_signals_webhook_target",
  title: "Create a Signals webhook target",
  description:
    "Creates a URL that signal rules and escalation policies can notify. It receives alert data once a rule or step refers to it. create_webhook is for FireHydrant events instead. Returns the target.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/signals/webhook_targets",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    name: z.string().describe("Name people will see."),
    url: z.string().describe("URL that is called when the target is notified."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    signing_key: z
      .string()
      .nullable()
      .optional()
      .describe("Secret sent in the FH-Signature header; not shown again."),
  }),
});
