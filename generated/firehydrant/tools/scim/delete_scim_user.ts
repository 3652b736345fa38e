// Generated from DELETE /v1/scim/v2/Users/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/scim.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteScimUser = defineTool<paths>()({
  name: "delete_scim_user",
  title: "Deactivate a SCIM user",
  description:
    "Deactivates a confirmed user's FireHydrant account rather than erasing the record. To change a user's attributes instead, use patch_scim_user. Answers without a body.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/scim/v2/Users/{id}",
    pathParameters: { id: { argument: "scim_user_id" } },
  },
  input: z.strictObject({ scim_user_id: z.string().describe("From list_scim_users (Resources[].id).") }),
  formerArguments: { id: { now: "scim_user_id" } },
});
