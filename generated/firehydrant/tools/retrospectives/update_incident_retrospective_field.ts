// Generated from PATCH /v1/incidents/{incident_id}/retrospectives/{retrospective_id}/fields/{field_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateIncidentRetrospectiveField = defineTool<paths>()({
  name: "update_incident_retrospective_field",
  title: "Fill in a retrospective field",
  description:
    "Sets the value of one field in an incident's retrospective, overwriting what was written there. In a dynamic input group, dynamic_input_field_id picks the single input. update_post_mortem_field does this for the older reports. Returns the field.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/incidents/{incident_id}/retrospectives/{retrospective_id}/fields/{field_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    field_id: z
      .string()
      .describe(
        "The field's id, not its retrospective_field_id. From list_incident_retrospectives (fields[].id).",
      ),
    incident_id: z.string().describe("From list_incidents."),
    retrospective_id: z.string().describe("From list_incident_retrospectives."),
    value: z
      .string()
      .describe(
        "New value: HTML without styling for rich text; for a select, one of its permissible values as plain text.",
      ),
    dynamic_input_field_id: z
      .string()
      .nullable()
      .optional()
      .describe("Input to change, when the field is a dynamic input group."),
  }),
});
