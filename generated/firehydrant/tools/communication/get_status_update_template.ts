// Generated from GET /v1/status_update_templates/{status_update_template_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/communication.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getStatusUpdateTemplate = defineTool<paths>()({
  name: "get_status_update_template",
  title: "Get a status update template",
  description:
    "Returns one status update template with its name, text and times; discarded_at is filled where it has been discarded. list_status_update_templates returns them all.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/status_update_templates/{status_update_template_id}" },
  input: z.strictObject({
    status_update_template_id: z.string().describe("From list_status_update_templates."),
  }),
});
