// Generated from DELETE /v1/incidents/{incident_id}/team_assignments/{team_assignment_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteIncidentTeamAssignment = defineTool<paths>()({
  name: "delete_incident_team_assignment",
  title: "Unassign a team",
  description:
    "Takes a team off an incident and, if listed, ends role assignments that came with it. create_incident_team_assignment assigns it again.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/incidents/{incident_id}/team_assignments/{team_assignment_id}",
    body: { type: "multipart/form-data", as: "multipart" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    team_assignment_id: z.string().describe("From get_incident (team_assignments[].id)."),
    role_assignment_ids: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("The team's role assignments to end as well. From list_incident_role_assignments."),
  }),
});
