// Generated from DELETE /v1/incidents/{incident_id}/role_assignments/{role_assignment_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteIncidentRoleAssignment = defineTool<paths>()({
  name: "delete_incident_role_assignment",
  title: "Unassign an incident role",
  description:
    "Takes a user off a role in an incident's response, which can leave that role vacant. create_incident_role_assignment gives it to someone else. In a handover it comes first; a deletion is only needed if list_incident_role_assignments then still shows the old holder.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/incidents/{incident_id}/role_assignments/{role_assignment_id}" },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    role_assignment_id: z.string().describe("From list_incident_role_assignments."),
  }),
});
