// Generated from GET /v1/scim/v2/Groups/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/scim.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getScimGroup = defineTool<paths>()({
  name: "get_scim_group",
  title: "Get a SCIM group",
  description:
    "Returns one FireHydrant team in SCIM form, as an identity provider sees it. For the team with its FireHydrant details, use get_team.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/scim/v2/Groups/{id}",
    pathParameters: { id: { argument: "scim_group_id" } },
  },
  input: z.strictObject({ scim_group_id: z.string().describe("From list_scim_groups (Resources[].id).") }),
  formerArguments: { id: { now: "scim_group_id" } },
});
