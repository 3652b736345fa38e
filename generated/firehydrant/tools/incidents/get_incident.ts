// Generated from GET /v1/incidents/{incident_id} by `make generate`. Do not edit:
// change the words in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getIncident = defineTool<paths>()({
  name: "get_incident",
  title: "Get an incident",
  description:
    "Fetches one incident: severity, milestone, impacts, teams, last note, links. What happened and when is in list_incident_events; who holds which role is in list_incident_role_assignments.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/incidents/{incident_id}" },
  input: z.strictObject({ incident_id: z.string().describe("From list_incidents (id).") }),
  view: [
    "id",
    "number",
    "name",
    "summary",
    "severity",
    "priority",
    "current_milestone",
    "started_at",
    "impacts",
    "team_assignments",
    "last_note",
    "incident_url",
  ],
});
