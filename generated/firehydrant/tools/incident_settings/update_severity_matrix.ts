// Generated from PATCH /v1/severity_matrix by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateSeverityMatrix = defineTool<paths>()({
  name: "update_severity_matrix",
  title: "Change the severity matrix",
  description:
    "Changes the severity for each pair of impact and condition in the whole organization. Pairs left out are lost; get_severity_matrix gives the pairs to edit. One incident's impact is changed by update_incident_impact. Returns the matrix.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "PATCH", path: "/v1/severity_matrix", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    data: z
      .array(
        z.strictObject({
          condition_id: z.string().describe("From list_severity_matrix_conditions."),
          impact_id: z.string().describe("From list_severity_matrix_impacts."),
          severity: z.string().describe("Severity slug for the pair. From list_severities (slug)."),
        }),
      )
      .describe("Pairs of impact and condition, each with a severity; replaces the whole list."),
    summary: z.string().nullable().optional().describe("Short text saved with the matrix."),
  }),
});
