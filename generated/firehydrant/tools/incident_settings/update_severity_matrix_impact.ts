// Generated from PATCH /v1/severity_matrix/impacts/{impact_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateSeverityMatrixImpact = defineTool<paths>()({
  name: "update_severity_matrix_impact",
  title: "Change a severity matrix impact",
  description:
    "Renames or moves an impact of the organization's severity matrix; its severities are set by update_severity_matrix. What one incident hits is changed by update_incident_impact. Returns the impact.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/severity_matrix/impacts/{impact_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    impact_id: z.string().describe("From list_severity_matrix_impacts."),
    name: z.string().nullable().optional().describe("Impact name, as people see it."),
    position: z.int().nullable().optional().describe("Place in the order; lower comes first."),
  }),
});
