import { z } from "@hono/zod-openapi";
import { nameStyles, surfaces } from "../../runtime/registry.js";
import { tokenPattern } from "../secrets/token.js";
import { methodGroups } from "../../runtime/selection.js";

/* The schemas that check requests and describe them, and the answers, in /openapi.json. */

const methodNames = Object.keys(methodGroups) as [string, ...string[]];
const name = z
  .string("it is a text")
  .trim()
  .min(1, "it is not empty")
  .max(200, "it has at most 200 characters")
  .refine((text) => text.search(tokenPattern) < 0, "it holds a token");
const id = (what: string) => z.string().openapi({ description: `Id of the ${what}.` });
const time = z.iso.datetime({ offset: true, error: "it is an ISO time such as 2030-01-31T12:00:00Z" });
const answeredTime = z.iso.datetime().openapi({ description: "UTC, with milliseconds." });
const pattern = z.string().min(1, "it is not empty").max(100);
const patterns = z.array(pattern).max(500, "it has at most 500 entries");

export const errorSchema = z
  .object({ statusCode: z.int(), error: z.string(), message: z.string() })
  .openapi("Error", { description: "What was wrong; `message` names every fault." });

export const accountParams = z.object({ id: id("integrated account") });
export const serverParams = accountParams.extend({ server_id: id("server") });
export const apiTokenParams = z.object({ id: id("API token") });

export const pageQuery = z.strictObject({
  limit: z.coerce
    .number("it is a number")
    .int("it is a whole number")
    .min(1, "it is from 1 to 200")
    .max(200, "it is from 1 to 200")
    .optional(),
  cursor: z.string().max(200).optional().openapi({ description: "`next_cursor` of the page before." }),
});

export function listSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ result: z.array(item), next_cursor: z.string().nullable() });
}

const accountFields = {
  name,
  api_key: z
    .string("it is a text")
    .trim()
    .min(1, "it is not empty")
    .max(1000)
    .openapi({ description: "Kept encrypted and never answered." }),
  region: z.string().max(40).optional().openapi({ description: "`us`, `eu`, or `sandbox` where one runs." }),
  base_url: z
    .string()
    .max(500)
    .optional()
    .openapi({ description: "Instead of a region: one of those in STANDPIPE_BASE_URLS." }),
  verify: z
    .boolean("it is true or false")
    .optional()
    .openapi({ description: "`false` keeps the key unchecked." }),
};
export const accountInput = z.strictObject(accountFields).openapi("AccountInput");
export const accountChange = z
  .strictObject(accountFields)
  .partial()
  .refine((change) => Object.keys(change).length > 0, "nothing is to be changed")
  .openapi("AccountChange");
export const accountSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    region: z.string().nullable(),
    base_url: z.string(),
    verified_at: answeredTime.nullable(),
    created_at: answeredTime,
    updated_at: answeredTime,
  })
  .openapi("Account");

const configFields = {
  methods: z
    .array(z.string())
    .max(20)
    .openapi({ items: { type: "string", enum: methodNames } }),
  tags: z.array(z.string()).max(200),
  tools: z
    .strictObject({ allow: patterns, deny: patterns })
    .partial()
    .openapi({ description: "Tool names; `*` stands for any characters." }),
  surface: z.enum(surfaces as unknown as ["curated", "full", "discover"]),
  names: z.enum(nameStyles as unknown as ["canonical", "managed"]),
  require_api_token_auth: z.boolean("it is true or false"),
  rate_limit: z.strictObject({ calls: z.int().min(1).max(100_000), seconds: z.int().min(1).max(86_400) }),
  result_token_budget: z
    .int()
    .min(500, "it is from 500 to 1000000")
    .max(1_000_000, "it is from 500 to 1000000"),
  on_429: z.enum(["wait", "pass"]),
  resolve_names: z.boolean("it is true or false"),
  confirm: z.union([z.enum(["none", "delete", "write"]), patterns.min(1, "it names at least one tool")]),
};
type ConfigFields = typeof configFields;
type Nullable<Fields extends Record<string, z.ZodType>> = {
  [Name in keyof Fields]: z.ZodNullable<Fields[Name]>;
};

const nullableFields = Object.fromEntries(
  Object.entries(configFields).map(([field, schema]) => [field, schema.nullable()]),
) as Nullable<ConfigFields>;

export const serverConfig = z.strictObject(configFields).partial().openapi("ServerConfig");
const serverConfigChange = z
  .strictObject(nullableFields)
  .partial()
  .openapi("ServerConfigChange", { description: "What is given replaces, null takes away, the rest stays." });

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
      .int("it is a whole number")
      .min(0, "it is from 0 to 2592000")
      .max(2_592_000, "it is from 0 to 2592000")
      .optional()
      .openapi({ default: 86_400, description: "For so long the old token goes on working." }),
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
    expires_at: answeredTime.nullable(),
    revoked_at: answeredTime.nullable(),
    last_used_at: answeredTime.nullable(),
    created_at: answeredTime,
    updated_at: answeredTime,
  })
  .openapi("Server");
const told = {
  token: z.string().openapi({ description: "Told this once." }),
  url: z.string().openapi({ description: "The server URL, with the token in it." }),
};
export const createdServer = serverSchema.extend(told).openapi("CreatedServer");
export const rotatedServer = serverSchema
  .extend({ ...told, previous_token_valid_until: answeredTime })
  .openapi("RotatedServer");
export const serverQuery = pageQuery.extend({
  revoked: z
    .stringbool("it is true or false")
    .optional()
    .openapi({ type: "boolean", description: "Lists revoked ones too." }),
});

const listed = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat().flatMap((text) => text.split(",")));
const several = (what: string) =>
  listed.optional().openapi({
    type: "array",
    items: { type: "string" },
    description: `${what}; several by commas or repetition.`,
  });
export const toolsQuery = z.strictObject({
  methods: several("Kinds of access"),
  tags: several("Tags"),
  allow: several("Tool names that are allowed"),
  deny: several("Tool names that are not"),
  surface: configFields.surface.optional(),
  names: configFields.names.optional(),
});
export const toolSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    description: z.string(),
    access: z.string(),
    tags: z.array(z.string()),
    listed: z
      .boolean()
      .openapi({ description: "Whether tools/list shows it; it can be called all the same." }),
    tokens: z.int().openapi({ description: "What listing it costs, estimated." }),
  })
  .openapi("Tool");
export const toolList = listSchema(toolSchema).extend({
  tool_count: z.int(),
  listed_count: z.int().openapi({ description: "Tools that tools/list shows, the finders among them." }),
  listed_tokens: z.int().openapi({ description: "What tools/list costs, estimated." }),
  tags: z.array(z.string()).openapi({ description: "All tags that there are." }),
  methods: z.array(z.string()),
});

export const apiTokenInput = z
  .strictObject({
    name,
    integrated_account_id: z
      .string()
      .nullable()
      .optional()
      .openapi({ description: "Opens this account's servers alone." }),
    expires_at: time.nullable().optional(),
  })
  .openapi("ApiTokenInput");
export const apiTokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    integrated_account_id: z.string().nullable(),
    expires_at: answeredTime.nullable(),
    last_used_at: answeredTime.nullable(),
    created_at: answeredTime,
  })
  .openapi("ApiToken");
export const createdApiToken = apiTokenSchema.extend({ token: told.token }).openapi("CreatedApiToken");

export const logQuery = pageQuery.extend({
  kind: z.enum(["manage", "call", "access"]).optional(),
  action: z.string().max(100).optional(),
  outcome: z.string().max(100).optional(),
  actor: z.string().max(200).optional(),
  request_id: z.string().max(100).optional(),
  integrated_account_id: z.string().max(100).optional(),
  server_id: z.string().max(100).optional(),
  tool: z.string().max(100).optional(),
  access: z.string().max(20).optional(),
  since: time.optional(),
  until: time.optional(),
});
export const logEntrySchema = z
  .object({
    id: z.string(),
    at: answeredTime,
    kind: z.enum(["manage", "call", "access"]),
    action: z.string(),
    outcome: z.string(),
    actor: z.string(),
    request_id: z.string(),
    address: z.string().nullable(),
    integrated_account_id: z.string().nullable(),
    server_id: z.string().nullable(),
    token_id: z.string().nullable(),
    tool: z.string().nullable(),
    access: z.string().nullable(),
    argument_names: z.array(z.string()).nullable(),
    digest: z.string().nullable(),
    arguments: z.unknown(),
    upstream_status: z.int().nullable(),
    duration_ms: z.int().nullable(),
    result_bytes: z.int().nullable(),
    detail: z.unknown(),
  })
  .openapi("LogEntry");
