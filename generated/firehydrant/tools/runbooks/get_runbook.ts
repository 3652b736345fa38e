// Generated from GET /v1/runbooks/{runbook_id} by `make generate`. Do not edit:
// change the words in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getRunbook = defineTool<paths>()({
  name: "get_runbook",
  title: "Get a runbook",
  description:
    "Reads one runbook in full: steps with their actions and rules, attachment rule, owner and last run. Shows what create_runbook_execution would do.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/runbooks/{runbook_id}" },
  input: z.strictObject({ runbook_id: z.string().describe("From list_runbooks (id).") }),
  view: [
    "id",
    "name",
    "description",
    "attachment_rule",
    "auto_attach_to_restricted_incidents",
    "owner.name",
    "steps.step_id",
    "steps.name",
    "steps.automatic",
    "steps.config",
    "steps.rule",
    "last_executed_at",
  ],
});
