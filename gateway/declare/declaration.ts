import { z } from "@hono/zod-openapi";
import { approvalRules } from "../accounts/approval-rules.js";
import { keyReference } from "../api/schemas/key-reference.js";
import { name, time } from "../api/schemas/shared.js";
import { roles } from "../identity/roles.js";
import { serverConfig } from "../server-config.js";

const MOST_ACCOUNTS = 1_000;
const MOST_SERVERS = 2_000;

/** Where a key is. A message never repeats a value, because a key that was pasted by mistake would be in a log. */
const reference = z
  .string("must be env:NAME or file:PATH")
  .max(500)
  .regex(
    /^(env:[A-Za-z_][A-Za-z0-9_]*|file:\S.*)$/,
    "must be env:NAME or file:PATH, because keys are never in the file",
  )
  .openapi({ description: "Where `standpipe apply` finds the key: env:NAME or file:PATH." });

const declaredAccount = z
  .strictObject({
    name,
    api: z.string().max(40).optional().openapi({
      description: "The name of its API. Required where the gateway serves several.",
    }),
    region: z
      .string()
      .max(40)
      .optional()
      .openapi({ description: "A region of the API. The first one by default." }),
    base_url: z
      .string()
      .max(500)
      .optional()
      .openapi({ description: "Instead of a region: one of those in STANDPIPE_BASE_URLS." }),
    key: reference.optional(),
    key_reference: keyReference("key"),
    approvals: approvalRules.optional(),
  })
  .refine(({ key, key_reference }) => (key === undefined) !== (key_reference === undefined), {
    message: "must have key or key_reference, and not both",
  });

const declaredServer = z.strictObject({
  name,
  account: name.openapi({ description: "The name of its account." }),
  expires_at: z.union([time, z.literal("never")]).openapi({ description: "A time, or `never`." }),
  config: serverConfig.optional().openapi({
    description: "Options of the server URL. Missing ones have the values of a new server URL.",
  }),
});

const declaredRole = z
  .strictObject({
    role: z.enum(roles, `must be one of ${roles.join(", ")}`),
    group: name.optional().openapi({ description: "A group of the provider." }),
    person: name.optional().openapi({ description: "The provider's id of a person, the claim `sub`." }),
    account: name
      .optional()
      .openapi({ description: "The name of an account. Without it, the role is on all accounts." }),
  })
  .refine(({ group, person }) => (group === undefined) !== (person === undefined), {
    message: "must have a group or a person, and not both",
  });

/** A file of `standpipe apply`. */
export const declaration = z
  .strictObject({
    accounts: z.array(declaredAccount).max(MOST_ACCOUNTS).optional(),
    servers: z.array(declaredServer).max(MOST_SERVERS).optional(),
    roles: z.array(declaredRole).max(MOST_SERVERS).optional(),
  })
  .openapi("Declaration", {
    description: "Accounts, server URLs and roles as a file says them. It holds no key and no token.",
  });

export type Declaration = z.infer<typeof declaration>;
