// Generated from GET /v1/permissions/team by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/roles.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listTeamPermissions = defineTool<paths>()({
  name: "list_team_permissions",
  title: "List team permissions",
  description:
    "Lists the permissions of a team. It takes no team, and the API does not say which one is meant. For all permissions there are, use list_permissions. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/permissions/team" },
  input: z.strictObject({}),
  view: ["slug", "display_name", "category_slug", "available"],
});
