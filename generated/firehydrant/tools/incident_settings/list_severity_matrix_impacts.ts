// Generated from GET /v1/severity_matrix/impacts by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listSeverityMatrixImpacts = defineTool<paths>()({
  name: "list_severity_matrix_impacts",
  title: "List severity matrix impacts",
  description:
    "Lists the impacts of the severity matrix, meaning the components that have severities set in it. What one incident hits is in list_incident_impacts.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/severity_matrix/impacts",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
