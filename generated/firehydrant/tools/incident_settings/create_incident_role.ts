// Generated from POST /v1/incident_roles by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentRole = defineTool<paths>()({
  name: "create_incident_role",
  title: "Add an incident role",
  description:
    "Adds a role that people can be given in any incident of the organization. It assigns nobody; create_incident_role_assignment does that. For account permissions, use create_role. Returns the role.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/incident_roles", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    name: z.string().describe("Role name, as responders see it."),
    summary: z.string().describe("What the role is for, in short."),
    description: z.string().nullable().optional().describe("Longer description of its duties."),
  }),
});
