// Generated from GET /v1/severity_matrix by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getSeverityMatrix = defineTool<paths>()({
  name: "get_severity_matrix",
  title: "Get the severity matrix",
  description:
    "Returns the organization's severity matrix: its conditions, its impacts, and the severity for each pair of the two. Use it to see which severity an impact leads to.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/severity_matrix" },
  input: z.strictObject({}),
});
