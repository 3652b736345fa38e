// Generated from PATCH /v1/incident_roles/{incident_role_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateIncidentRole = defineTool<paths>()({
  name: "update_incident_role",
  title: "Change an incident role",
  description:
    "Changes the name or wording of an incident role for the whole organization. Who holds it in an incident is set by create_incident_role_assignment. Returns the role.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/incident_roles/{incident_role_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_role_id: z.string().describe("From list_incident_roles."),
    description: z.string().nullable().optional().describe("Longer description of its duties."),
    name: z.string().nullable().optional().describe("Role name, as responders see it."),
    summary: z.string().nullable().optional().describe("What the role is for, in short."),
  }),
});
