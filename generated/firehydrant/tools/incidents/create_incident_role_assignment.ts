// Generated from POST /v1/incidents/{incident_id}/role_assignments by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentRoleAssignment = defineTool<paths>()({
  name: "create_incident_role_assignment",
  title: "Assign an incident role",
  description:
    "Gives a user a role in an incident's response, which may notify that user. It concerns the response, not account permissions. list_incident_role_assignments shows afterwards whether the present holder keeps the role; no deletion is needed before. Teams join with create_incident_team_assignment. Returns the assignment.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/role_assignments",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    incident_role_id: z.string().describe("Role to give. From list_incident_roles."),
    user_id: z.string().describe("User who takes it. From list_users."),
  }),
  view: ["id", "status", "incident_role.name", "user.id", "user.name", "user.email", "created_at"],
});
