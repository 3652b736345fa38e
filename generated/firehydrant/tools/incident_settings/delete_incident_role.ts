// Generated from DELETE /v1/incident_roles/{incident_role_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteIncidentRole = defineTool<paths>()({
  name: "delete_incident_role",
  title: "Archive an incident role",
  description:
    "Archives an incident role for the whole organization: lists and metrics no longer show it, and no tool restores it. To take one person off a role, use delete_incident_role_assignment.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/incident_roles/{incident_role_id}" },
  input: z.strictObject({ incident_role_id: z.string().describe("From list_incident_roles.") }),
});
