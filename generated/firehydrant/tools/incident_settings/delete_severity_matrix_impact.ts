// Generated from DELETE /v1/severity_matrix/impacts/{impact_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteSeverityMatrixImpact = defineTool<paths>()({
  name: "delete_severity_matrix_impact",
  title: "Delete a severity matrix impact",
  description:
    "Deletes an impact from the organization's severity matrix. To take an impact off one incident, use delete_incident_impact. Effects on existing incidents are not documented.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/severity_matrix/impacts/{impact_id}" },
  input: z.strictObject({ impact_id: z.string().describe("From list_severity_matrix_impacts.") }),
});
