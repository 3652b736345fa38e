// Generated from POST /v1/runbooks by `make generate`. Do not edit:
// change the words in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createRunbook = defineTool<paths>()({
  name: "create_runbook",
  title: "Create a runbook",
  description:
    "Creates a runbook for incidents; with an attachment rule it can attach itself to matching incidents and run steps that post messages or notify people. Steps use actions from the connected integrations. create_runbook_execution runs a runbook on an incident. Returns the runbook.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/runbooks", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    name: z.string().describe("Name people will see."),
    type: z
      .enum(["incident", "general", "infrastructure", "incident_role"])
      .describe("Deprecated but still required; incident is the usual value."),
    attachment_rule: z
      .strictObject({
        logic: z.string().describe("Rule as JSON logic, in a string."),
        user_data: z.string().nullable().optional().describe("Data accompanying the logic."),
      })
      .nullable()
      .optional()
      .describe("Rule deciding which incidents the runbook attaches to."),
    auto_attach_to_restricted_incidents: z
      .boolean()
      .nullable()
      .optional()
      .describe(
        "Attaches to restricted incidents by itself; then barred from public ones, even by hand. Default: false.",
      ),
    description: z.string().nullable().optional().describe("What the runbook is for; Markdown."),
    owner: z
      .strictObject({ id: z.string().describe("From list_teams (id).") })
      .nullable()
      .optional()
      .describe("Team that owns the runbook."),
    steps: z
      .array(
        z.strictObject({
          action_id: z.string().describe("From list_runbook_actions (id)."),
          name: z.string().describe("Name of the step."),
          rule: z
            .strictObject({
              logic: z.string().describe("Condition as JSON logic, in a string."),
              user_data: z.string().nullable().optional().describe("Data accompanying the logic."),
            })
            .nullable()
            .optional()
            .describe("Condition under which the step runs."),
        }),
      )
      .nullable()
      .optional()
      .describe("Steps in order of execution."),
    summary: z.string().nullable().optional().describe("Deprecated; use description instead."),
    tutorial: z.boolean().nullable().optional().describe("Marks a tutorial runbook."),
  }),
  view: [
    "id",
    "name",
    "description",
    "type",
    "attachment_rule",
    "auto_attach_to_restricted_incidents",
    "owner.name",
    "steps.step_id",
    "steps.name",
    "steps.automatic",
    "created_at",
  ],
});
