// Generated from GET /v1/incidents/{incident_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getIncident = defineTool<paths>()({
  name: "get_incident",
  title: "Get an incident",
  description:
    "Fetches one incident: severity, milestone, impacts, teams, who holds which role, status pages, last note, report_id. What happened and when is in list_incident_events, former role holders in list_incident_role_assignments, the tier of an impacted service in get_service.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/incidents/{incident_id}" },
  input: z.strictObject({ incident_id: z.string().describe("From list_incidents.") }),
  view: [
    "id",
    "number",
    "name",
    "summary",
    "customer_impact_summary",
    "severity",
    "priority",
    "current_milestone",
    "active",
    "started_at",
    "impacts",
    "team_assignments.id",
    "team_assignments.status",
    "team_assignments.team.id",
    "team_assignments.team.name",
    "role_assignments.id",
    "role_assignments.status",
    "role_assignments.incident_role.name",
    "role_assignments.user.id",
    "role_assignments.user.name",
    "status_pages.id",
    "status_pages.name",
    "status_pages.url",
    "last_note.id",
    "last_note.body",
    "last_note.created_at",
    "report_id",
    "channel_name",
    "incident_url",
  ],
});
