// Generated from POST /v1/incidents/{incident_id}/retrospectives/export_markdown by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const exportIncidentRetrospectivesMarkdown = defineTool<paths>()({
  name: "export_incident_retrospectives_markdown",
  title: "Get retrospectives as Markdown",
  description:
    "Returns the text of an incident's retrospectives as Markdown, for reading or reuse elsewhere. export_incident_retrospectives writes them to Confluence Cloud or Google Docs instead.",
  access: "custom",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "POST", path: "/v1/incidents/{incident_id}/retrospectives/export_markdown" },
  input: z.strictObject({ incident_id: z.string().describe("From list_incidents.") }),
});
