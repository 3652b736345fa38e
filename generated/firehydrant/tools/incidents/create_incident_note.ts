// Generated from POST /v1/incidents/{incident_id}/notes by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentNote = defineTool<paths>()({
  name: "create_incident_note",
  title: "Post a note",
  description:
    "Posts a note on an incident; with visibility open_to_public or internal_status_page it appears on status pages, where customers or colleagues read it and subscribers may be notified. By default it stays private to the organization. To change impact or milestone with the same update use update_incident_impact; for a message only on the timeline use create_incident_chat_message. Returns the note with its id and status pages; list_incident_events shows its visibility.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/notes",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    body: z.string().describe("Text of the note, as readers will see it."),
    incident_id: z.string().describe("From list_incidents."),
    occurred_at: z.iso
      .datetime({ offset: true, local: true })
      .nullable()
      .optional()
      .describe("When it happened, for a note added later."),
    status_pages: z
      .array(
        z.strictObject({
          id: z
            .string()
            .describe(
              "The status page. From list_hosted_status_pages for integration_slug nunc or list_statuspage_connections for statuspage.",
            ),
          integration_slug: z
            .enum(["nunc", "statuspage"])
            .describe("nunc is hosted by FireHydrant, statuspage by Atlassian."),
        }),
      )
      .nullable()
      .optional()
      .describe("Status pages to post it to."),
    visibility: z
      .enum(["private_to_org", "open_to_public", "internal_status_page"])
      .nullable()
      .optional()
      .describe("Who reads it; open_to_public shows it to the outside world."),
  }),
});
