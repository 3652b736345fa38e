// Generated from DELETE /v1/signals/email_targets/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteSignalsEmailTarget = defineTool<paths>()({
  name: "delete_signals_email_target",
  title: "Delete a Signals email target",
  description:
    "Deletes an email target, so emails sent to its address no longer alert anyone. No tool restores it; update_signals_email_target can change its rules or target instead.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/signals/email_targets/{id}",
    pathParameters: { id: { argument: "email_target_id" } },
  },
  input: z.strictObject({ email_target_id: z.string().describe("From list_signals_email_targets.") }),
  formerArguments: { id: { now: "email_target_id" } },
});
