// Generated from GET /v1/incident_roles/{incident_role_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getIncidentRole = defineTool<paths>()({
  name: "get_incident_role",
  title: "Get an incident role",
  description:
    "Returns one role of the incident response with its summary, description, and discarded_at where it has been archived. Account roles are read with get_role.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/incident_roles/{incident_role_id}" },
  input: z.strictObject({ incident_role_id: z.string().describe("From list_incident_roles.") }),
});
