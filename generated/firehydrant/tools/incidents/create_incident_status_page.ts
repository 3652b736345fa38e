// Generated from POST /v1/incidents/{incident_id}/status_pages by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentStatusPage = defineTool<paths>()({
  name: "create_incident_status_page",
  title: "Attach a status page",
  description:
    "Attaches a status page to an incident, which can make the incident visible to customers and notify the page's subscribers. Later notes for it go through create_incident_note or update_incident_impact. create_hosted_status_page creates a new page. Returns the attachment with its id and address.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/status_pages",
    body: {
      type: "application/json",
      as: "json",
      fields: { integration_id: { argument: "status_page_id" } },
    },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    integration_slug: z
      .enum(["nunc", "statuspage"])
      .describe("nunc is hosted by FireHydrant, statuspage by Atlassian."),
    status_page_id: z
      .string()
      .describe(
        "The status page to attach. From list_hosted_status_pages for integration_slug nunc or list_statuspage_connections for statuspage.",
      ),
    title: z.string().nullable().optional().describe("Title of the incident on that page."),
  }),
  formerArguments: { integration_id: { now: "status_page_id" } },
});
