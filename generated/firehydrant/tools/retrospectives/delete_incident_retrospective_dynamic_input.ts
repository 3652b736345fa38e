// Generated from DELETE /v1/incidents/{incident_id}/retrospectives/{retrospective_id}/fields/{field_id}/inputs by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteIncidentRetrospectiveDynamicInput = defineTool<paths>()({
  name: "delete_incident_retrospective_dynamic_input",
  title: "Remove an input from a group",
  description:
    "Removes one input, with what was written in it, from a retrospective field of type dynamic_input_group. The field itself stays. No way to restore the input is documented.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/incidents/{incident_id}/retrospectives/{retrospective_id}/fields/{field_id}/inputs",
    query: { dynamic_input_field_id: {} },
  },
  input: z.strictObject({
    dynamic_input_field_id: z.string().describe("Input of the group to remove."),
    field_id: z.string().describe("From list_incident_retrospectives (fields[].id)."),
    incident_id: z.string().describe("From list_incidents."),
    retrospective_id: z.string().describe("From list_incident_retrospectives."),
  }),
});
