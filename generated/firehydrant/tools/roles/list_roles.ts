// Generated from GET /v1/roles by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/roles.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listRoles = defineTool<paths>()({
  name: "list_roles",
  title: "List account roles",
  description:
    "Lists the account roles, which decide what users may do in FireHydrant. The permissions of one are in get_role. Roles of people in a response are in list_incident_roles.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/roles",
    query: { query: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    query: z.string().optional().describe("Text to find in role names and slugs."),
  }),
  view: ["id", "name", "slug", "description", "built_in", "read_only", "updated_at"],
});
