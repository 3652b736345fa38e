// Generated from PATCH /v1/status_update_templates/{status_update_template_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/communication.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateStatusUpdateTemplate = defineTool<paths>()({
  name: "update_status_update_template",
  title: "Change a status update template",
  description:
    "Changes the name or text of a status update template for everyone in the organization. Nothing is posted by the change. Returns the template.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/status_update_templates/{status_update_template_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    status_update_template_id: z.string().describe("From list_status_update_templates."),
    body: z.string().nullable().optional().describe("Text of the update."),
    name: z.string().nullable().optional().describe("Name by which responders choose it."),
  }),
});
