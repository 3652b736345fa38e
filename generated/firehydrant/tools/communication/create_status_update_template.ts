// Generated from POST /v1/status_update_templates by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/communication.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createStatusUpdateTemplate = defineTool<paths>()({
  name: "create_status_update_template",
  title: "Add a status update template",
  description:
    "Saves a text that responders can reuse for status updates across the organization. It posts nothing and notifies nobody; create_incident_note posts. Returns the template.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/status_update_templates",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    body: z.string().describe("Text of the update."),
    name: z.string().describe("Name by which responders choose it."),
  }),
});
