// Generated from DELETE /v1/runbooks/executions/{execution_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteRunbookExecution = defineTool<paths>()({
  name: "delete_runbook_execution",
  title: "Stop a runbook execution",
  description:
    "Terminates a running runbook on an incident: steps not yet executed will not run. What earlier steps posted or paged is not undone. The runbook itself is kept; delete_runbook removes that.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/runbooks/executions/{execution_id}", query: { reason: {} } },
  input: z.strictObject({
    execution_id: z.string().describe("From list_runbook_executions."),
    reason: z.string().describe("Why the run is being stopped."),
  }),
});
