// Generated from POST /v1/severity_matrix/impacts by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createSeverityMatrixImpact = defineTool<paths>()({
  name: "create_severity_matrix_impact",
  title: "Add a severity matrix impact",
  description:
    "Adds a component as an impact of the organization's severity matrix. It marks nothing as hit in an incident; update_incident_impact does that. Returns the impact.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/severity_matrix/impacts",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    affects_id: z
      .string()
      .describe(
        "Id of the component. From list_services, list_environments or list_functionalities, by affects_type.",
      ),
    affects_type: z.enum(["service", "environment", "functionality"]).describe("Kind of that component."),
    position: z.int().nullable().optional().describe("Place in the order; lower comes first."),
  }),
});
