// Generated from GET /v1/incident_types/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getIncidentType = defineTool<paths>()({
  name: "get_incident_type",
  title: "Get an incident type",
  description:
    "Returns one incident type: its template, the names behind the template's ids, fields required on its incidents, and the account roles allowed to declare it (none listed means all).",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/incident_types/{id}",
    pathParameters: { id: { argument: "incident_type_id" } },
  },
  input: z.strictObject({ incident_type_id: z.string().describe("From list_incident_types.") }),
  view: [
    "id",
    "name",
    "description",
    "template",
    "template_values.runbooks",
    "template_values.teams.name",
    "required_fields",
    "allowed_role_ids",
    "updated_at",
  ],
  formerArguments: { id: { now: "incident_type_id" } },
});
