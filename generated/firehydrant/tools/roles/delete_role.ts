// Generated from DELETE /v1/roles/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/roles.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteRole = defineTool<paths>()({
  name: "delete_role",
  title: "Delete an account role",
  description:
    "Deletes an account role; no tool brings it back, and what access its users keep is not documented. Roles in a response are archived with delete_incident_role.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/roles/{id}", pathParameters: { id: { argument: "role_id" } } },
  input: z.strictObject({ role_id: z.string().describe("From list_roles.") }),
  formerArguments: { id: { now: "role_id" } },
});
