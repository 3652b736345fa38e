// Generated from GET /v1/incident_roles by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidentRoles = defineTool<paths>()({
  name: "list_incident_roles",
  title: "List incident roles",
  description:
    "Lists the roles people can hold in an incident response, such as commander, with what each is for. Account permissions are in list_roles; who holds a role now is in list_incident_role_assignments.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/incident_roles",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
