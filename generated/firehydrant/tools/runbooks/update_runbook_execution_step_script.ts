// Generated from PUT /v1/runbooks/executions/{execution_id}/steps/{step_id}/script/{state} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateRunbookExecutionStepScript = defineTool<paths>()({
  name: "update_runbook_execution_step_script",
  title: "Report a script step's state",
  description:
    "Records the state of a script step in a runbook run; later steps may continue because of it. For any other kind of step, use update_runbook_execution_step. Returns the execution.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "PUT", path: "/v1/runbooks/executions/{execution_id}/steps/{step_id}/script/{state}" },
  input: z.strictObject({
    execution_id: z.string().describe("From list_runbook_executions."),
    state: z
      .enum(["initial", "pending", "scheduled", "started", "dismissed", "completed", "errored"])
      .describe("New state of the script step."),
    step_id: z.string().describe("From get_runbook_execution (steps[].id)."),
  }),
  view: [
    "id",
    "status",
    "status_reason_message",
    "executed_for",
    "runbook.name",
    "steps.id",
    "steps.name",
    "steps.execution",
    "updated_at",
  ],
});
