// Generated from GET /v1/scim/v2/Groups by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/scim.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listScimGroups = defineTool<paths>()({
  name: "list_scim_groups",
  title: "List SCIM groups",
  description:
    "Lists FireHydrant teams as SCIM groups, the form identity providers use for provisioning. For everyday work with teams and their members, use list_teams.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/scim/v2/Groups",
    query: { filter: {} },
    page: { style: "offset", start: "startIndex", size: "count", most: 100 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    filter: z
      .string()
      .optional()
      .describe("SCIM filter on displayName; eq is the only operator, the name in double quotes."),
    limit: z.int().min(1).optional().describe("Items to return."),
  }),
});
