// Generated from POST /v1/incidents/{incident_id}/retrospectives/export by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const exportIncidentRetrospectives = defineTool<paths>()({
  name: "export_incident_retrospectives",
  title: "Export retrospectives to a document tool",
  description:
    "Writes an incident's retrospectives to Confluence Cloud or Google Docs, where others may read them; the work may continue after the answer. export_incident_retrospectives_markdown gives the text itself and creates no document. Returns the external resource with its name and remote address. Accepted; usually finished when the answer has an external_resource. Otherwise list_incident_retrospectives with the same incident_id shows it, every 5 s for up to 60 s: done when a retrospective's exports differ from before the call. A failure isn't shown. wait_seconds waits for that.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/retrospectives/export",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    integration_slug: z
      .enum(["confluence_cloud", "google_docs"])
      .describe("Document tool that receives the export."),
    parent_page_id: z
      .string()
      .nullable()
      .optional()
      .describe("Page in that tool under which the export goes."),
  }),
  poll: {
    tool: "list_incident_retrospectives",
    arguments: { incident_id: "arguments.incident_id" },
    everySeconds: 5,
    atMostSeconds: 60,
    done: "before.data && now.data && now.data[].exports[] != before.data[].exports[]",
  },
});
