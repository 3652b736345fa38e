// Generated from GET /v1/incidents/{incident_id}/attachments by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidentAttachments = defineTool<paths>()({
  name: "list_incident_attachments",
  title: "List incident attachments",
  description:
    "Lists what is attached to an incident, such as links and customer support tickets, with kind and attributes. list_incident_links lists only the editable external links.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/incidents/{incident_id}/attachments",
    query: { attachable_type: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    attachable_type: z
      .string()
      .optional()
      .describe("Kind of attachment to list; the values are undocumented."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
