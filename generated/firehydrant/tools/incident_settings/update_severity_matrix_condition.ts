// Generated from PATCH /v1/severity_matrix/conditions/{condition_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateSeverityMatrixCondition = defineTool<paths>()({
  name: "update_severity_matrix_condition",
  title: "Change an impact condition",
  description:
    "Renames or moves a condition of the severity matrix for the whole organization; the lowest position is the default. A component's condition in an incident is changed by update_incident_impact.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/severity_matrix/conditions/{condition_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    condition_id: z.string().describe("From list_severity_matrix_conditions."),
    name: z.string().nullable().optional().describe("Condition name, as people choose it."),
    position: z
      .int()
      .nullable()
      .optional()
      .describe("Place in lists; the lowest, usually 0, is the default condition."),
  }),
});
