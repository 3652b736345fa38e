// Generated from POST /v1/incidents/{incident_id}/retrospectives/{retrospective_id}/fields/{field_id}/inputs by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentRetrospectiveDynamicInput = defineTool<paths>()({
  name: "create_incident_retrospective_dynamic_input",
  title: "Add an input to a group",
  description:
    "Adds another, still unfilled input to a retrospective field of type dynamic_input_group. update_incident_retrospective_field then writes its value. Returns the whole field.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/retrospectives/{retrospective_id}/fields/{field_id}/inputs",
  },
  input: z.strictObject({
    field_id: z.string().describe("From list_incident_retrospectives (fields[].id)."),
    incident_id: z.string().describe("From list_incidents."),
    retrospective_id: z.string().describe("From list_incident_retrospectives."),
  }),
});
