// Generated from GET /v1/signals/webhook_targets/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getSignalsWebhookTarget = defineTool<paths>()({
  name: "get_signals_webhook_target",
  title: "Get a Signals webhook target",
  description:
    "Reads one Signals webhook target by id: name, description, URL and creator. The signing key is not returned. list_signals_webhook_targets finds the id.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/webhook_targets/{id}",
    pathParameters: { id: { argument: "webhook_target_id" } },
  },
  input: z.strictObject({ webhook_target_id: z.string().describe("From list_signals_webhook_targets.") }),
  formerArguments: { id: { now: "webhook_target_id" } },
});
