// Generated from GET /v1/permissions/current_user by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/roles.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listCurrentUserPermissions = defineTool<paths>()({
  name: "list_current_user_permissions",
  title: "List own permissions",
  description:
    "Lists the permissions of the current user, the owner of the server's API key. Use it to learn why a call was refused. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/permissions/current_user" },
  input: z.strictObject({}),
  view: ["slug", "display_name", "category_slug", "available"],
});
