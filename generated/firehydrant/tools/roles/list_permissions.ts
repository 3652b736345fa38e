// Generated from GET /v1/permissions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/roles.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listPermissions = defineTool<paths>()({
  name: "list_permissions",
  title: "List permissions",
  description:
    "Lists every permission the organization's account roles can grant, with slug, meaning, category and those it depends on. What the caller has is in list_current_user_permissions. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/permissions" },
  input: z.strictObject({}),
  view: [
    "slug",
    "display_name",
    "description",
    "category_slug",
    "parent_slug",
    "dependency_slugs",
    "available",
  ],
});
