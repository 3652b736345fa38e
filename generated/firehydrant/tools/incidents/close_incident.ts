// Generated from PUT /v1/incidents/{incident_id}/close by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const closeIncident = defineTool<paths>()({
  name: "close_incident",
  title: "Close an incident",
  description:
    "Closes an incident for everyone working on it. To mark an active incident as resolved, with a choice of milestone, use resolve_incident; to hide a mistaken one, use delete_incident. FireHydrant mentions closing child incidents too but offers no argument for it; get_incident_relationships shows them. Returns the incident. This incident's new state is in the answer. Changes to child incidents, if any, are accepted and may follow: get_incident_relationships lists the children, and get_incident with a child's id shows its current_milestone.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "PUT", path: "/v1/incidents/{incident_id}/close" },
  input: z.strictObject({ incident_id: z.string().describe("From list_incidents.") }),
  view: [
    "id",
    "number",
    "name",
    "severity",
    "priority",
    "current_milestone",
    "active",
    "started_at",
    "incident_url",
  ],
});
