// Generated from GET /v1/users by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/users.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listUsers = defineTool<paths>()({
  name: "list_users",
  title: "List users",
  description:
    "Lists the organization's users with id, name, e-mail, account role and Slack id. Use it to find a user's id by name or e-mail, for paging, assignments and teams.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/users",
    query: { name: {}, query: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    name: z.string().optional().describe("Text to find in names only."),
    query: z.string().optional().describe("Text to find in names or e-mails."),
  }),
  view: ["id", "name", "email", "role", "slack_user_id", "signals_enabled_notification_types"],
});
