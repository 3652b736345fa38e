// Generated from GET /v1/incidents/{incident_id}/retrospectives/{retrospective_id}/fields/{field_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getIncidentRetrospectiveField = defineTool<paths>()({
  name: "get_incident_retrospective_field",
  title: "Get a retrospective field",
  description:
    "Gets one field of an incident's retrospective: its label, type, allowed values and current value. list_incident_retrospectives returns all fields at once.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/incidents/{incident_id}/retrospectives/{retrospective_id}/fields/{field_id}",
  },
  input: z.strictObject({
    field_id: z.string().describe("From list_incident_retrospectives (fields[].id)."),
    incident_id: z.string().describe("From list_incidents."),
    retrospective_id: z.string().describe("From list_incident_retrospectives."),
  }),
});
