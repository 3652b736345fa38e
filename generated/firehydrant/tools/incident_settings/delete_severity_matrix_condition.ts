// Generated from DELETE /v1/severity_matrix/conditions/{condition_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteSeverityMatrixCondition = defineTool<paths>()({
  name: "delete_severity_matrix_condition",
  title: "Delete an impact condition",
  description:
    "Deletes a condition from the organization's severity matrix; no tool brings it back. What happens to impacts and matrix entries that use it is not documented.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/severity_matrix/conditions/{condition_id}" },
  input: z.strictObject({ condition_id: z.string().describe("From list_severity_matrix_conditions.") }),
});
