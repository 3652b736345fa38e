// Generated from GET /v1/checklist_templates/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/tasks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getChecklistTemplate = defineTool<paths>()({
  name: "get_checklist_template",
  title: "Get a checklist template",
  description:
    "Returns one checklist template with its checks and their ids, owner and connected services. To record that a service passes a check, use create_service_checklist_response.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/checklist_templates/{id}",
    pathParameters: { id: { argument: "checklist_template_id" } },
  },
  input: z.strictObject({ checklist_template_id: z.string().describe("From list_checklist_templates.") }),
  view: [
    "id",
    "name",
    "description",
    "checks",
    "connected_services.id",
    "connected_services.name",
    "connected_services.completed_checks",
    "owner.name",
    "updated_at",
  ],
  formerArguments: { id: { now: "checklist_template_id" } },
});
