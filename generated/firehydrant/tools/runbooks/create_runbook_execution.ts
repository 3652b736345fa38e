// Generated from POST /v1/runbooks/executions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createRunbookExecution = defineTool<paths>()({
  name: "create_runbook_execution",
  title: "Run a runbook on an incident",
  description:
    "Attaches a runbook to an incident and runs it at once: depending on its steps this can page people, post messages, open channels or publish updates. get_runbook shows the steps beforehand. The work continues after the answer, which is the execution with its id; delete_runbook_execution stops the steps that have not yet run. Accepted, not finished. get_runbook_execution with the answer's id as execution_id shows it, every 5 s for up to 60 s: usually done when every step's execution.state is completed or dismissed, failed when one is errored. Steps left to people stay open longer. wait_seconds waits for that.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/runbooks/executions",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    execute_for: z
      .string()
      .describe("Incident in the form incident/ followed by its id. From list_incidents, as incident/<id>."),
    runbook_id: z.string().describe("Runbook to attach and run. From list_runbooks."),
  }),
  poll: {
    tool: "get_runbook_execution",
    arguments: { execution_id: "answer.id" },
    everySeconds: 5,
    atMostSeconds: 60,
    done: 'length(to_array(now.steps)[?id]) > `0` && length(to_array(now.steps)[?id && !contains(`["completed", "dismissed"]`, execution.state)]) == `0`',
    failed: "contains(to_array(now.steps)[].execution.state, 'errored')",
  },
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
    "steps.execution.state",
    "created_at",
  ],
});
