// Generated from POST /v1/runbooks by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createRunbook = defineTool<paths>()({
  name: "create_runbook",
  title: "Create a runbook",
  description:
    "Creates a runbook for incidents. By its attachment rule it can attach itself to incidents at any point of their life, open ones included, and its steps then post messages or notify people. Steps use actions from the connected integrations. create_runbook_execution runs a runbook on one incident. Returns the runbook.",
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
    description: z.string().nullable().optional().describe("What the runbook is for; Markdown."),
    owner: z
      .strictObject({ id: z.string().describe("From list_teams.") })
      .nullable()
      .optional()
      .describe("Team that owns the runbook."),
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
        }),
      )
      .nullable()
      .optional()
      .describe(
        "The steps. They start together; one waits for another only where its rule has a previous-step condition.",
      ),
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
    "steps.action_id",
    "steps.automatic",
    "steps.rule",
    "steps.repeats",
    "created_at",
  ],
});
