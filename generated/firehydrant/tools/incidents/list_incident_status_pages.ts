// Generated from GET /v1/incidents/{incident_id}/status_pages by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidentStatusPages = defineTool<paths>()({
  name: "list_incident_status_pages",
  title: "List incident status pages",
  description:
    "Lists the status pages attached to an incident, where its updates can appear, with name and address. All FireHydrant-hosted status pages come from list_hosted_status_pages. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/incidents/{incident_id}/status_pages" },
  input: z.strictObject({ incident_id: z.string().describe("From list_incidents.") }),
});
