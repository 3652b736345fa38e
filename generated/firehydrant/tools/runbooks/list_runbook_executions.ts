// Generated from GET /v1/runbooks/executions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listRunbookExecutions = defineTool<paths>()({
  name: "list_runbook_executions",
  title: "List runbook executions",
  description:
    "Lists runs of all runbooks on all incidents, with runbook, incident (executed_for), status and steps. It has no filter by incident: fields \"items[?executed_for.id=='...']\" selects those of one incident. get_runbook_execution follows one run.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/runbooks/executions",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
  view: [
    "id",
    "status",
    "status_reason_message",
    "executed_for",
    "runbook.id",
    "runbook.name",
    "steps.id",
    "steps.name",
    "steps.execution.state",
    "created_at",
    "updated_at",
  ],
});
