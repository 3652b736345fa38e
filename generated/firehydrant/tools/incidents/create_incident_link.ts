// Generated from POST /v1/incidents/{incident_id}/links by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentLink = defineTool<paths>()({
  name: "create_incident_link",
  title: "Add a link",
  description:
    "Attaches a web link to an incident, such as a dashboard or document, for responders to open. An image goes up with create_incident_attachment. Returns the link.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/links",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    href: z.string().describe("Address it opens."),
    incident_id: z.string().describe("From list_incidents."),
    display_text: z.string().nullable().optional().describe("Text shown for the link."),
    icon_url: z.string().nullable().optional().describe("Address of an icon image."),
  }),
});
