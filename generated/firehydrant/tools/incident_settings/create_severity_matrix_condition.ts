// Generated from POST /v1/severity_matrix/conditions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createSeverityMatrixCondition = defineTool<paths>()({
  name: "create_severity_matrix_condition",
  title: "Add an impact condition",
  description:
    "Adds a condition that impacted components can be in, to the organization's severity matrix. Which severities it leads to is set by update_severity_matrix. Returns the condition.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/severity_matrix/conditions",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    name: z.string().describe("Condition name, as people choose it."),
    position: z
      .int()
      .nullable()
      .optional()
      .describe("Place in lists; the lowest, usually 0, is the default condition."),
  }),
});
