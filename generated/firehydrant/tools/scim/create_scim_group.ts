// Generated from POST /v1/scim/v2/Groups by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/scim.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createScimGroup = defineTool<paths>()({
  name: "create_scim_group",
  title: "Create a SCIM group",
  description:
    "Creates a FireHydrant team in SCIM form and puts the listed users on it without a role. Meant for provisioning from an identity provider; otherwise use create_team.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/scim/v2/Groups",
    body: { type: "application/scim+json", as: "json" },
  },
  input: z.strictObject({
    displayName: z.string().describe("Name of the new team."),
    members: z
      .array(
        z.strictObject({
          value: z.string().describe("Id of a user. From list_scim_users (Resources[].id)."),
        }),
      )
      .describe("Users to put on the team."),
  }),
});
