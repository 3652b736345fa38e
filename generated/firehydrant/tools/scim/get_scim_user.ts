// Generated from GET /v1/scim/v2/Users/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/scim.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getScimUser = defineTool<paths>()({
  name: "get_scim_user",
  title: "Get a SCIM user",
  description:
    "Returns one user in SCIM form, as an identity provider sees it. For the FireHydrant user record, use get_user; for the key's owner, use get_current_user.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/scim/v2/Users/{id}",
    pathParameters: { id: { argument: "scim_user_id" } },
  },
  input: z.strictObject({ scim_user_id: z.string().describe("From list_scim_users (Resources[].id).") }),
  formerArguments: { id: { now: "scim_user_id" } },
});
