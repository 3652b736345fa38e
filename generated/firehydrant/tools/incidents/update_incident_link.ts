// Generated from PUT /v1/incidents/{incident_id}/links/{link_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateIncidentLink = defineTool<paths>()({
  name: "update_incident_link",
  title: "Update a link",
  description:
    "Changes the text, address or icon of an external link on an incident. Whether values left out are kept is not documented, so it is safer to send all three.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/incidents/{incident_id}/links/{link_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    link_id: z.string().describe("From list_incident_links."),
    display_text: z.string().nullable().optional().describe("Text shown for the link."),
    href_url: z.string().nullable().optional().describe("Address it opens."),
    icon_url: z.string().nullable().optional().describe("Address of an icon image."),
  }),
});
