// Generated from GET /v1/runbooks/{runbook_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getRunbook = defineTool<paths>()({
  name: "get_runbook",
  title: "Get a runbook",
  description:
    "Reads one runbook in full: steps with their actions, settings and rules, attachment rule, owner and last run. Shows what create_runbook_execution would do; its steps can be sent to update_runbook unchanged.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/runbooks/{runbook_id}" },
  input: z.strictObject({ runbook_id: z.string().describe("From list_runbooks.") }),
  view: [
    "id",
    "name",
    "description",
    "attachment_rule",
    "auto_attach_to_restricted_incidents",
    "owner.id",
    "owner.name",
    "steps.step_id",
    "steps.name",
    "steps.action_id",
    "steps.automatic",
    "steps.config",
    "steps.rule",
    "steps.repeats",
    "steps.repeats_duration",
    "last_executed_at",
  ],
});
