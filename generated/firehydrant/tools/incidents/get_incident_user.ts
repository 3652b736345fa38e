// Generated from GET /v1/incidents/{incident_id}/users/{user_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getIncidentUser = defineTool<paths>()({
  name: "get_incident_user",
  title: "Get a user's incident role",
  description:
    "Fetches the role a given user holds in an incident's response. Everyone's roles come from list_incident_role_assignments; account permissions are in list_roles.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/incidents/{incident_id}/users/{user_id}" },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    user_id: z.string().describe("From list_users."),
  }),
  view: ["id", "status", "incident_role.id", "incident_role.name", "user.id", "user.name", "user.email"],
});
