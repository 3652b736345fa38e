// Generated from PATCH /v1/scim/v2/Groups/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/scim.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const patchScimGroup = defineTool<paths>()({
  name: "patch_scim_group",
  title: "Patch a SCIM group",
  description:
    "Adds, removes or replaces members of a team by SCIM patch operations. To set the whole membership at once, use replace_scim_group. An operation's value follows the SCIM standard, usually a list of members by user id.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/scim/v2/Groups/{id}",
    pathParameters: { id: { argument: "scim_group_id" } },
    body: { type: "application/scim+json", as: "json" },
  },
  input: z.strictObject({
    Operations: z
      .array(
        z.strictObject({
          op: z.enum(["add", "remove", "replace"]).describe("What the operation does."),
          path: z
            .string()
            .nullable()
            .optional()
            .describe("SCIM path of the attribute to change, such as members."),
          value: z.any().optional().describe("What to add or set there."),
        }),
      )
      .describe("SCIM patch operations to carry out."),
    scim_group_id: z.string().describe("From list_scim_groups (Resources[].id)."),
    trail: z.string().nullable().optional().describe("Text to log with the request."),
  }),
  formerArguments: { id: { now: "scim_group_id" } },
});
