// Generated from POST /v1/scim/v2/Users by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/scim.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createScimUser = defineTool<paths>()({
  name: "create_scim_user",
  title: "Provision a user",
  description:
    "Provisions a new FireHydrant user from SCIM data; the person can then take up the account through the identity provider or a password reset. To change an existing one, use patch_scim_user.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/scim/v2/Users", body: { type: "application/scim+json", as: "json" } },
  input: z.strictObject({
    emails: z
      .array(z.strictObject({ primary: z.boolean(), value: z.string().describe("E-mail address.") }))
      .describe("E-mail addresses, one marked primary."),
    name: z
      .strictObject({
        familyName: z.string().describe("Family (last) name."),
        givenName: z.string().describe("Given (first) name."),
      })
      .describe("The person's name in its parts."),
    userName: z.string().describe("Unique user name."),
    externalId: z.string().nullable().optional().describe("The person's id in the provisioning system."),
    password: z.string().nullable().optional().describe("Password for the account."),
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
      .describe("Phone numbers."),
    roles: z
      .record(z.string(), z.any())
      .nullable()
      .optional()
      .describe("Account roles: owner, member, collaborator or viewer, as plain names or SCIM role objects."),
  }),
});
