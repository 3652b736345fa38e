// Generated from PATCH /v1/scim/v2/Groups/{id} by `make generate`. Do not edit:
// change the words in specs/firehydrant/tools/scim.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/tool.js";

export const patchScimGroup = defineTool<paths>()({
  name: "patch_scim_group",
  title: "Patch a SCIM group",
  description:
    "Adds, removes or replaces members of a team by SCIM patch operations. To set the whole membership at once, replace_scim_group. The contract names only op and path for an operation, not its value.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/scim/v2/Groups/{id}",
    body: { type: "application/scim+json", as: "json" },
  },
  input: z.strictObject({
    Operations: z
      .array(
        z.strictObject({
          op: z.enum(["add", "remove", "replace"]).describe("What the operation does."),
          path: z.string().nullable().optional().describe("SCIM path of the attribute to change."),
        }),
      )
      .describe("SCIM patch operations to carry out."),
    id: z.string().describe("From list_scim_groups (Resources[].id)."),
    trail: z.string().nullable().optional().describe("Text to log with the request."),
  }),
});
