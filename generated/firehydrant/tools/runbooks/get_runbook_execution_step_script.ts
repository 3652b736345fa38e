// Generated from GET /v1/runbooks/executions/{execution_id}/steps/{step_id}/script by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getRunbookExecutionStepScript = defineTool<paths>()({
  name: "get_runbook_execution_step_script",
  title: "Get a step's script",
  description:
    "Reads the bash script of a script step in a runbook run; it is only read here, not run. The documented answer is the whole execution.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/runbooks/executions/{execution_id}/steps/{step_id}/script" },
  input: z.strictObject({
    execution_id: z.string().describe("From list_runbook_executions."),
    step_id: z.string().describe("From get_runbook_execution (steps[].id)."),
  }),
});
