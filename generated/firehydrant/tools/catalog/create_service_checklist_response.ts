// Generated from POST /v1/services/{service_id}/checklist_response/{checklist_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createServiceChecklistResponse = defineTool<paths>()({
  name: "create_service_checklist_response",
  title: "Tick a service checklist item",
  description:
    "Records whether one check of a readiness checklist is complete for a service. To attach or detach a checklist, use update_service; the checklists themselves come from list_checklist_templates.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/services/{service_id}/checklist_response/{checklist_id}",
    pathParameters: { checklist_id: { argument: "checklist_template_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    check_id: z.string().describe("From get_checklist_template (checks[].id)."),
    checklist_template_id: z.string().describe("From list_checklist_templates."),
    service_id: z.string().describe("From list_services."),
    status: z.boolean().describe("True if the check is complete, false if not."),
  }),
  formerArguments: { checklist_id: { now: "checklist_template_id" } },
});
