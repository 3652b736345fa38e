// Generated from DELETE /v1/scim/v2/Groups/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/scim.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteScimGroup = defineTool<paths>()({
  name: "delete_scim_group",
  title: "Delete a SCIM group",
  description:
    "Deletes the FireHydrant team behind a SCIM group, not only its link to the identity provider; no tool restores it. Outside provisioning, use delete_team.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/scim/v2/Groups/{id}",
    pathParameters: { id: { argument: "scim_group_id" } },
  },
  input: z.strictObject({ scim_group_id: z.string().describe("From list_scim_groups (Resources[].id).") }),
  formerArguments: { id: { now: "scim_group_id" } },
});
