// Generated from POST /v1/checklist_templates by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/tasks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createChecklistTemplate = defineTool<paths>()({
  name: "create_checklist_template",
  title: "Create a checklist template",
  description:
    "Creates a checklist template and attaches it to the given services. For a list of tasks to use in incidents, create_task_list. Returns the template with its checks and services.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/checklist_templates",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    checks: z
      .array(
        z.strictObject({
          name: z.string().describe("Name of the check."),
          description: z.string().nullable().optional().describe("What the check asks for."),
        }),
      )
      .describe("Checks the template consists of."),
    name: z.string().describe("Name people will see."),
    connected_services: z
      .array(z.strictObject({ id: z.string().describe("From list_services.") }))
      .nullable()
      .optional()
      .describe("Services that get the checklist."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    team_id: z.string().nullable().optional().describe("Owning team. From list_teams."),
  }),
  view: [
    "id",
    "name",
    "description",
    "checks",
    "connected_services.id",
    "connected_services.name",
    "owner.name",
    "updated_at",
  ],
});
