// Generated from POST /v1/incidents/{incident_id}/unarchive by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const unarchiveIncident = defineTool<paths>()({
  name: "unarchive_incident",
  title: "Unarchive an incident",
  description:
    "Brings back an incident archived with delete_incident, so that lists and metrics count it again. Archived ones are found by list_incidents with archived. Returns the incident.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/incidents/{incident_id}/unarchive" },
  input: z.strictObject({ incident_id: z.string().describe("From list_incidents.") }),
  view: ["id", "number", "name", "severity", "priority", "current_milestone", "started_at", "incident_url"],
});
