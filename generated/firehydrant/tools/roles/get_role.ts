// Generated from GET /v1/roles/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/roles.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getRole = defineTool<paths>()({
  name: "get_role",
  title: "Get an account role",
  description:
    "Returns one account role with the permissions it grants and whether it is built in or read-only. Roles of people in a response are read with get_incident_role.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/roles/{id}", pathParameters: { id: { argument: "role_id" } } },
  input: z.strictObject({ role_id: z.string().describe("From list_roles.") }),
  view: ["id", "name", "slug", "description", "permissions.slug", "built_in", "read_only", "updated_at"],
  formerArguments: { id: { now: "role_id" } },
});
