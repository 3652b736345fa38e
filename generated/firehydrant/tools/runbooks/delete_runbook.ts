// Generated from DELETE /v1/runbooks/{runbook_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteRunbook = defineTool<paths>()({
  name: "delete_runbook",
  title: "Delete a runbook",
  description:
    "Deletes a runbook, so that later incidents can no longer use it. To stop one that is running, use delete_runbook_execution. No tool here restores it.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/runbooks/{runbook_id}" },
  input: z.strictObject({ runbook_id: z.string().describe("From list_runbooks.") }),
});
