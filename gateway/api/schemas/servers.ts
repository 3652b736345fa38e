import { z } from "@hono/zod-openapi";
import { serverConfig, serverConfigChange } from "../../server-config.js";
import { accountParams } from "./accounts.js";
import { answeredTime, id, listQuery, managedBy, name, time, told } from "./shared.js";
import { expiries, serverTable, type Expiry } from "../../servers/server-lists.js";

export const serverParams = accountParams.extend({ server_id: id("server") });

const expiresAt = time.nullable().openapi({ description: "At least 60 seconds ahead; null for never." });
export const serverInput = z
  .strictObject({
    name,
    config: serverConfig.optional(),
    expires_at: time
      .nullable()
      .optional()
      .openapi({ description: "At least 60 seconds ahead; null for never. By default in 90 days." }),
  })
  .openapi("ServerInput");
export const serverChange = z
  .strictObject({
    name: name.optional(),
    config: serverConfigChange.optional(),
    expires_at: expiresAt.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, "needs at least one field to change")
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
const serverStates = ["active", "expired", "revoked"] as const;
export const serverSchema = z
  .object({
    id: z.string(),
    integrated_account_id: z.string(),
    name: z.string(),
    config: serverConfig,
    state: z.enum(serverStates),
    tool_count: z.int(),
    oauth_resource: z.string().nullable().openapi({
      description:
        "The audience of access tokens, if the config has `oauth`: the URL without a token. Clients use it if `without_token` is set.",
    }),
    expires_at: answeredTime.nullable(),
    revoked_at: answeredTime.nullable(),
    last_used_at: answeredTime.nullable(),
    made_by: z.string().nullable().openapi({ description: "`admin`, or the person who made it." }),
    managed_by: managedBy,
    created_at: answeredTime,
    updated_at: answeredTime,
  })
  .openapi("Server");
export const createdServer = serverSchema.extend(told).openapi("CreatedServer");
export const rotatedServer = serverSchema
  .extend({ ...told, previous_token_valid_until: answeredTime })
  .openapi("RotatedServer");
const expiryNames = Object.keys(expiries) as [Expiry, ...Expiry[]];
/** Fields that find servers. */
const serverFilter = {
  state: z.enum(serverStates, `must be one of ${serverStates.join(", ")}`).optional(),
  expires: z
    .enum(expiryNames, `must be one of ${expiryNames.join(", ")}`)
    .optional()
    .openapi({ description: "Only servers that expire within this time, or `never`." }),
  made_by: z.string().max(200).optional().openapi({ description: "Only servers that this person made." }),
  unused_since: time
    .optional()
    .openapi({ description: "Only servers that were created before this time and not used since." }),
};
export const serverQuery = listQuery(serverTable.sorts).extend({
  revoked: z
    .stringbool("must be true or false")
    .optional()
    .openapi({ type: "boolean", description: "Lists revoked ones too." }),
  ...serverFilter,
});
/** Fields that find servers of all accounts. */
const allServersFilter = {
  called: z.string().max(200).optional().openapi({ description: "Only servers with this id or name." }),
  integrated_account_id: z.string().max(100).optional(),
};
export const allServersQuery = serverQuery.extend(allServersFilter);
export const revokeManyInput = z
  .strictObject({
    ...serverFilter,
    ...allServersFilter,
    q: allServersQuery.shape.q,
    dry_run: z
      .boolean("must be true or false")
      .optional()
      .openapi({ description: "Revokes nothing, and returns what would be revoked." }),
  })
  .openapi("RevokeManyInput", {
    description: "A server must match every given filter. At least one filter is required.",
  });
export const revokedMany = z
  .object({
    result: z.array(serverSchema),
    more: z
      .boolean()
      .openapi({ description: "Whether more servers match. Repeat the request to revoke them." }),
  })
  .openapi("RevokedMany");
