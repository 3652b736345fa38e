// Generated from GET /v1/incidents/{incident_id}/links by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidentLinks = defineTool<paths>()({
  name: "list_incident_links",
  title: "List incident links",
  description:
    "Lists the external links on an incident that can be edited, with text, address and id. Every kind of attachment comes from list_incident_attachments.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/incidents/{incident_id}/links",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
