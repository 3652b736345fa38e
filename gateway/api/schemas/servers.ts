import { z } from "@hono/zod-openapi";
import { serverConfig, serverConfigChange } from "../../server-config.js";
import { serverSorts } from "../../servers/search.js";
import { accountParams } from "./accounts.js";
import { answeredTime, id, name, pageQuery, time, told } from "./shared.js";

export const serverParams = accountParams.extend({ server_id: id("server") });

const expiresAt = time.nullable().openapi({ description: "At least 60 seconds ahead; null for never." });
export const serverInput = z
  .strictObject({ name, config: serverConfig.optional(), expires_at: expiresAt.optional() })
  .openapi("ServerInput");
export const serverChange = z
  .strictObject({
    name: name.optional(),
    config: serverConfigChange.optional(),
    expires_at: expiresAt.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, "nothing is to be changed")
  .openapi("ServerChange");
export const rotateInput = z
  .strictObject({
    overlap_seconds: z
      .int("must be a whole number")
      .min(0, "must be from 0 to 2592000")
      .max(2_592_000, "must be from 0 to 2592000")
      .optional()
      .openapi({ default: 86_400, description: "How long the old token keeps working." }),
  })
  .openapi("RotateInput");
export const serverSchema = z
  .object({
    id: z.string(),
    integrated_account_id: z.string(),
    name: z.string(),
    config: serverConfig,
    state: z.enum(["active", "expired", "revoked"]),
    tool_count: z.int(),
    oauth_resource: z.string().nullable().openapi({
      description:
        "The audience of access tokens, if the config has `oauth`: the URL without a token. Clients use it if `without_token` is set.",
    }),
    expires_at: answeredTime.nullable(),
    revoked_at: answeredTime.nullable(),
    last_used_at: answeredTime.nullable(),
    created_at: answeredTime,
    created_by: z.string().nullable().openapi({ description: "Who made it; null if that is not known." }),
    updated_at: answeredTime,
  })
  .openapi("Server");
export const createdServer = serverSchema.extend(told).openapi("CreatedServer");
export const rotatedServer = serverSchema
  .extend({ ...told, previous_token_valid_until: answeredTime })
  .openapi("RotatedServer");
export const serverQuery = pageQuery.extend({
  revoked: z
    .stringbool("must be true or false")
    .optional()
    .openapi({ type: "boolean", description: "Lists revoked ones too." }),
});

/** Fields that find servers of all accounts. */
const serverFilter = {
  called: z.string().max(200).optional().openapi({ description: "Only servers with this id or name." }),
  search: z
    .string()
    .min(1, "must not be empty")
    .max(200)
    .optional()
    .openapi({ description: "Only servers with this text in their name or in the account's name." }),
  integrated_account_id: z.string().max(100).optional(),
  made_by: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: "Only servers that this person made: an actor of the audit log." }),
  state: z.enum(["active", "expired", "revoked"]).optional(),
  unused_since: time
    .optional()
    .openapi({ description: "Only servers from before this time that were not used since." }),
  expires_before: time.optional(),
};

export const allServersQuery = serverQuery.extend({
  ...serverFilter,
  sort: z.enum(serverSorts).optional().openapi({
    description:
      "By default `created`: newest first. `last_used` has the latest first, `expires` the next one.",
  }),
});

export const revokeManyInput = z
  .strictObject({
    ...serverFilter,
    dry_run: z
      .boolean("must be true or false")
      .optional()
      .openapi({ description: "Revokes nothing, and answers what would be revoked." }),
  })
  .openapi("RevokeManyInput", { description: "Each given filter must fit. At least one is required." });

export const revokedMany = z
  .object({
    result: z.array(serverSchema),
    remaining: z
      .int()
      .openapi({ description: "How many more the filter means. Repeat the request for them." }),
  })
  .openapi("RevokedMany");
