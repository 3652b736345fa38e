// Generated from GET /v1/incidents/{incident_id}/role_assignments by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidentRoleAssignments = defineTool<paths>()({
  name: "list_incident_role_assignments",
  title: "List role assignments",
  description:
    "Lists who holds which role in an incident's response, such as commander, with the assignment's id and status. Roles that exist to be assigned come from list_incident_roles. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/incidents/{incident_id}/role_assignments", query: { status: {} } },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    status: z.enum(["active", "inactive"]).optional().describe("Whether the assignment still holds."),
  }),
  view: [
    "id",
    "status",
    "incident_role.id",
    "incident_role.name",
    "user.id",
    "user.name",
    "user.email",
    "created_at",
  ],
});
