// Generated from PUT /v1/runbooks/{runbook_id} by `make generate`. Do not edit:
// change the words in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateRunbook = defineTool<paths>()({
  name: "update_runbook",
  title: "Update a runbook",
  description:
    "Changes a runbook and with it what future incidents attach and run, including steps that page or post. It covers name, steps, attachment rule and owner. FireHydrant does not say whether steps left out are kept; sending the full list from get_runbook with step ids avoids losing any. Returns the runbook.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/runbooks/{runbook_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    runbook_id: z.string().describe("From list_runbooks (id)."),
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
    description: z.string().nullable().optional().describe("What the runbook is for."),
    environments: z
      .array(
        z.strictObject({ id: z.string().nullable().optional().describe("From list_environments (id).") }),
      )
      .nullable()
      .optional()
      .describe("Environments that attach it."),
    name: z.string().nullable().optional().describe("Name people will see."),
    owner: z
      .strictObject({ id: z.string().nullable().optional().describe("From list_teams (id).") })
      .nullable()
      .optional()
      .describe("Team that owns the runbook."),
    services: z
      .array(z.strictObject({ id: z.string().nullable().optional().describe("From list_services (id).") }))
      .nullable()
      .optional()
      .describe("Services that attach it."),
    severities: z
      .array(z.strictObject({ id: z.string().nullable().optional().describe("Identifier of the severity.") }))
      .nullable()
      .optional()
      .describe("Severities that attach it."),
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
          step_id: z
            .string()
            .nullable()
            .optional()
            .describe(
              "Existing step to change; from the runbook's own steps. From get_runbook (steps[].step_id).",
            ),
        }),
      )
      .nullable()
      .optional()
      .describe("Steps in order of execution."),
    summary: z
      .string()
      .nullable()
      .optional()
      .describe("Short summary; deprecated at creation in favor of description."),
    tutorial: z.boolean().nullable().optional().describe("Marks a tutorial runbook."),
  }),
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
    "updated_at",
  ],
});
