// Generated from GET /v1/scim/v2/Users by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/scim.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listScimUsers = defineTool<paths>()({
  name: "list_scim_users",
  title: "List SCIM users",
  description:
    "Lists the account's users in SCIM form, as identity providers see them. For finding people to assign or page, use list_users.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/scim/v2/Users",
    query: { filter: {} },
    page: { style: "offset", start: "startIndex", size: "count", most: 100 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    filter: z.string().optional().describe("SCIM filter on userName or email; eq is the only operator."),
    limit: z.int().min(1).optional().describe("Items to return."),
  }),
});
