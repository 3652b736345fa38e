// Generated from PUT /v1/runbooks/executions/{execution_id}/steps/{step_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateRunbookExecutionStep = defineTool<paths>()({
  name: "update_runbook_execution_step",
  title: "Update a runbook step execution",
  description:
    "Changes the state of one step in a runbook run, which can set the step off and so page people, post messages or publish updates. Also schedules or repeats it. The work continues after the answer, which is the execution. For script steps run elsewhere, update_runbook_execution_step_script reports the outcome. Accepted, not finished. get_runbook_execution with the same execution_id shows it, every 5 s for up to 60 s: usually done when no step's execution.state is pending, scheduled or started, failed when one is errored. A step set for later stays scheduled. wait_seconds waits for that.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/runbooks/executions/{execution_id}/steps/{step_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    execution_id: z.string().describe("From list_runbook_executions."),
    state: z
      .enum(["initial", "pending", "scheduled", "started", "dismissed", "completed", "errored"])
      .describe("New state of the step."),
    step_id: z.string().describe("From get_runbook_execution (steps[].id)."),
    data: z.record(z.string(), z.any()).nullable().optional().describe("Values the step needs to run."),
    repeats_at: z.iso
      .datetime({ offset: true, local: true })
      .nullable()
      .optional()
      .describe("When the step is to repeat."),
    schedule_for: z.iso
      .datetime({ offset: true, local: true })
      .nullable()
      .optional()
      .describe("When the step is to run."),
  }),
  poll: {
    tool: "get_runbook_execution",
    arguments: { execution_id: "arguments.execution_id" },
    everySeconds: 5,
    atMostSeconds: 60,
    done: 'length(to_array(now.steps)[?id]) > `0` && length(to_array(now.steps)[?contains(`["pending", "scheduled", "started", "errored"]`, execution.state)]) == `0`',
    failed: "contains(to_array(now.steps)[].execution.state, 'errored')",
  },
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
