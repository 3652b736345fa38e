// Generated from PUT /v1/runbooks/{runbook_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateRunbook = defineTool<paths>()({
  name: "update_runbook",
  title: "Update a runbook",
  description:
    "Changes a runbook, and with it what incidents attach and run, open ones included: runbooks attach at any point of an incident, and steps can page or post. steps replaces the whole list: take it from get_runbook, change it, send it back. Returns the runbook.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/runbooks/{runbook_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    runbook_id: z.string().describe("From list_runbooks."),
    attachment_rule: z
      .strictObject({
        logic: z
          .any()
          .describe(
            'JSON logic, as an object or as its JSON text, such as {"eq":[{"var":"incident_current_milestone"},{"var":"usr.1"}]}.',
          ),
        user_data: z
          .any()
          .optional()
          .describe(
            'Values that the logic names usr.1 and so on, such as {"1":{"type":"Milestone","value":"resolved","label":"Resolved"}}; an object or its JSON text.',
          ),
      })
      .nullable()
      .optional()
      .describe(
        'Which incidents the runbook attaches to, checked throughout their life. An empty rule, or none, may attach it to every incident. To attach by hand only: logic {"manually":[{"var":"when_invoked"}]}, user_data {}.',
      ),
    auto_attach_to_restricted_incidents: z
      .boolean()
      .nullable()
      .optional()
      .describe(
        "Attaches to restricted incidents by itself; then barred from public ones, even by hand. Default: false.",
      ),
    description: z.string().nullable().optional().describe("What the runbook is for."),
    environments: z
      .array(z.strictObject({ id: z.string().nullable().optional().describe("From list_environments.") }))
      .nullable()
      .optional()
      .describe("Environments that attach it; may replace the whole list."),
    name: z.string().nullable().optional().describe("Name people will see."),
    owner: z
      .strictObject({ id: z.string().nullable().optional().describe("From list_teams.") })
      .nullable()
      .optional()
      .describe("Team that owns the runbook."),
    services: z
      .array(z.strictObject({ id: z.string().nullable().optional().describe("From list_services.") }))
      .nullable()
      .optional()
      .describe("Services that attach it; may replace the whole list."),
    severities: z
      .array(z.strictObject({ id: z.string().nullable().optional().describe("Identifier of the severity.") }))
      .nullable()
      .optional()
      .describe("Severities that attach it; may replace the whole list."),
    steps: z
      .array(
        z.strictObject({
          action_id: z.string().describe("From list_runbook_actions."),
          name: z.string().describe("Name of the step."),
          automatic: z
            .boolean()
            .nullable()
            .optional()
            .describe("Runs without a person once its rule holds; otherwise it waits for one."),
          config: z
            .record(z.string(), z.any())
            .nullable()
            .optional()
            .describe("Settings of the action; list_runbook_actions shows its elements."),
          repeats: z
            .boolean()
            .nullable()
            .optional()
            .describe("Whether the step repeats; then repeats_duration is needed."),
          repeats_duration: z
            .string()
            .nullable()
            .optional()
            .describe("Time between repeats, as an ISO 8601 duration such as PT15M."),
          rule: z
            .strictObject({
              logic: z
                .any()
                .describe(
                  'As in attachment_rule; {"runbook_step_completed":[{"var":"previous_runbook_step"},{"var":"usr.1"}]} waits for a step.',
                ),
              user_data: z.any().optional().describe("As in attachment_rule; type RunbookStep for a step."),
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
      .describe(
        "All steps; replaces the whole list. get_runbook gives them in the form to send. They start together; one waits for another only where its rule has a previous-step condition.",
      ),
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
    "steps.action_id",
    "steps.automatic",
    "steps.rule",
    "steps.repeats",
    "updated_at",
  ],
});
