// Generated from PATCH /v1/scim/v2/Users/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/scim.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const patchScimUser = defineTool<paths>()({
  name: "patch_scim_user",
  title: "Patch a SCIM user",
  description:
    "Changes single attributes of a user by SCIM patch operations. To replace the attributes as a whole, use replace_scim_user. An operation's value follows the SCIM standard: the new value of the attribute at path.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/scim/v2/Users/{id}",
    pathParameters: { id: { argument: "scim_user_id" } },
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
            .describe("SCIM path of the attribute; not needed when the value holds the whole update."),
          value: z
            .any()
            .optional()
            .describe("What to add or set there, or an object of attributes without path."),
        }),
      )
      .describe("SCIM patch operations to carry out."),
    scim_user_id: z.string().describe("From list_scim_users (Resources[].id)."),
    trail: z.string().nullable().optional().describe("Text to log with the request."),
  }),
  formerArguments: { id: { now: "scim_user_id" } },
});
