// Generated from POST /v1/incidents/{incident_id}/team_assignments by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentTeamAssignment = defineTool<paths>()({
  name: "create_incident_team_assignment",
  title: "Assign a team",
  description:
    "Assigns a team to an incident, which may notify its members and give them roles. A single person joins with create_incident_role_assignment; to call people at once use create_page.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/team_assignments",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    team_id: z.string().describe("Team to assign. From list_teams."),
  }),
});
