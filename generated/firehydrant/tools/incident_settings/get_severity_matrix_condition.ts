// Generated from GET /v1/severity_matrix/conditions/{condition_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getSeverityMatrixCondition = defineTool<paths>()({
  name: "get_severity_matrix_condition",
  title: "Get an impact condition",
  description:
    "Returns one condition of the severity matrix with its name and position. The severities it leads to are in get_severity_matrix.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/severity_matrix/conditions/{condition_id}" },
  input: z.strictObject({ condition_id: z.string().describe("From list_severity_matrix_conditions.") }),
});
