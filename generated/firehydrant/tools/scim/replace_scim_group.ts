// Generated from PUT /v1/scim/v2/Groups/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/scim.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const replaceScimGroup = defineTool<paths>()({
  name: "replace_scim_group",
  title: "Replace a SCIM group",
  description:
    "Replaces a team's name and whole membership: users left out of the list are removed from the team, those given are on it without a role. To add or remove single members, use patch_scim_group; outside provisioning, use update_team.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/scim/v2/Groups/{id}",
    pathParameters: { id: { argument: "scim_group_id" } },
    body: { type: "application/scim+json", as: "json" },
  },
  input: z.strictObject({
    displayName: z.string().describe("Name the team gets."),
    members: z
      .array(
        z.strictObject({
          value: z.string().describe("Id of a user. From list_scim_users (Resources[].id)."),
        }),
      )
      .describe("Everyone on the team; replaces the whole list."),
    scim_group_id: z
      .string()
      .describe("Id of the group, not of a user. From list_scim_groups (Resources[].id)."),
  }),
  formerArguments: { id: { now: "scim_group_id" } },
});
