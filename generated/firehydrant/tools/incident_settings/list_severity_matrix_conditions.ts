// Generated from GET /v1/severity_matrix/conditions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listSeverityMatrixConditions = defineTool<paths>()({
  name: "list_severity_matrix_conditions",
  title: "List impact conditions",
  description:
    "Lists the conditions an impacted component can be in, by id, name and position. Each impact of an incident needs one as condition_id; the lowest position is the default.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/severity_matrix/conditions",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
