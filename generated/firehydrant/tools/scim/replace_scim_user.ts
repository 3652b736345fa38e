// Generated from PUT /v1/scim/v2/Users/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/scim.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const replaceScimUser = defineTool<paths>()({
  name: "replace_scim_user",
  title: "Replace a SCIM user",
  description:
    "Replaces a user's attributes with those given, account roles and active state included; by the SCIM standard, attributes left out may be cleared. To change single attributes, use patch_scim_user.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/scim/v2/Users/{id}",
    pathParameters: { id: { argument: "scim_user_id" } },
    body: { type: "application/scim+json", as: "json" },
  },
  input: z.strictObject({
    scim_user_id: z.string().describe("From list_scim_users (Resources[].id)."),
    active: z.boolean().nullable().optional().describe("Whether the user is active."),
    emails: z
      .array(
        z.strictObject({
          value: z.string().describe("E-mail address."),
          primary: z.boolean().nullable().optional(),
        }),
      )
      .nullable()
      .optional()
      .describe("All e-mail addresses, one marked primary; replaces the whole list."),
    name: z
      .strictObject({
        familyName: z.string().describe("Family (last) name."),
        givenName: z.string().describe("Given (first) name."),
      })
      .nullable()
      .optional()
      .describe("The person's name in its parts."),
    phoneNumbers: z
      .array(
        z.strictObject({
          value: z.string().describe("Phone number."),
          primary: z.boolean().nullable().optional(),
          type: z.string().nullable().optional().describe("Kind of number, such as mobile or work."),
        }),
      )
      .nullable()
      .optional()
      .describe("All phone numbers; replaces the whole list."),
    roles: z
      .record(z.string(), z.any())
      .nullable()
      .optional()
      .describe("Account roles: owner, member, collaborator or viewer, as plain names or SCIM role objects."),
    userName: z.string().nullable().optional().describe("Unique user name."),
  }),
  formerArguments: { id: { now: "scim_user_id" } },
});
