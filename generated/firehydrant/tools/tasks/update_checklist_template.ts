// Generated from PATCH /v1/checklist_templates/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/tasks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateChecklistTemplate = defineTool<paths>()({
  name: "update_checklist_template",
  title: "Update a checklist template",
  description:
    "Changes a checklist template's name, checks, owner or services. Services left out stay connected unless remove_remaining_connected_services is true; single ones go by their remove flag. Returns the template.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/checklist_templates/{id}",
    pathParameters: { id: { argument: "checklist_template_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    checklist_template_id: z.string().describe("From list_checklist_templates."),
    checks: z
      .array(
        z.strictObject({
          name: z.string().describe("Name of the check."),
          description: z.string().nullable().optional().describe("What the check asks for."),
          id: z
            .string()
            .nullable()
            .optional()
            .describe("Check to change; left out for a new one. From get_checklist_template (checks[].id)."),
        }),
      )
      .nullable()
      .optional()
      .describe("All checks of the template, existing ones by id; may replace the whole list."),
    connected_services: z
      .array(
        z.strictObject({
          id: z.string().describe("From list_services."),
          remove: z.boolean().nullable().optional().describe("True takes the checklist off this service."),
        }),
      )
      .nullable()
      .optional()
      .describe("Services to attach, or to detach with remove."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    name: z.string().nullable().optional().describe("Name people will see."),
    remove_remaining_connected_services: z
      .boolean()
      .nullable()
      .optional()
      .describe("True detaches every service not listed in connected_services."),
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
  formerArguments: { id: { now: "checklist_template_id" } },
});
