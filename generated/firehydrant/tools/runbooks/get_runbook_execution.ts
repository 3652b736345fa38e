// Generated from GET /v1/runbooks/executions/{execution_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getRunbookExecution = defineTool<paths>()({
  name: "get_runbook_execution",
  title: "Get a runbook execution",
  description:
    "Reads one run of a runbook: status and reason, the incident, and in steps one step, the one under way or the last, with its state (initial, pending, scheduled, started, dismissed, completed or errored) and error.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/runbooks/executions/{execution_id}" },
  input: z.strictObject({ execution_id: z.string().describe("From list_runbook_executions.") }),
  view: [
    "id",
    "status",
    "status_reason",
    "status_reason_message",
    "executed_for",
    "runbook.id",
    "runbook.name",
    "steps.id",
    "steps.name",
    "steps.automatic",
    "steps.execution",
    "updated_at",
  ],
});
