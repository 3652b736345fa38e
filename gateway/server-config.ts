import { z } from "@hono/zod-openapi";
import { surfaces } from "../runtime/contract/surfaces.js";
import { nameStyles } from "../runtime/registry/registry.js";
import { oauthConfig } from "./oauth/config.js";
import { selectionFields } from "./selection-fields.js";

const pattern = z.string().min(1, "it is not empty").max(100);
const patterns = z.array(pattern).max(500, "it has at most 500 entries");

const seconds = (least: number, most: number, description: string) => {
  const bounds = `it is from ${least} to ${most}`;
  return z.number("it is a number").min(least, bounds).max(most, bounds).openapi({ description });
};

/**
 * What a server URL may do and how it answers: the one place that says which fields there are. What is left out is as
 * the runtime has it by default.
 */
export const configFields = {
  ...selectionFields,
  tools: z
    .strictObject({ allow: patterns, deny: patterns })
    .partial()
    .openapi({ description: "Tool names; `*` stands for any characters." }),
  surface: z.enum(surfaces),
  names: z.enum(nameStyles as unknown as ["canonical", "managed"]),
  require_api_token_auth: z
    .boolean("it is true or false")
    .openapi({ description: "Wants an API token in the Authorization header beside the URL's own token." }),
  oauth: oauthConfig,
  rate_limit: z
    .strictObject({ calls: z.int().min(1).max(100_000), seconds: z.int().min(1).max(86_400) })
    .openapi({ description: "Calls of tools within so many seconds." }),
  result_token_budget: z
    .int()
    .min(500, "it is from 500 to 1000000")
    .max(1_000_000, "it is from 500 to 1000000")
    .openapi({ description: "Tokens of a result." }),
  on_429: z
    .enum(["wait", "pass"])
    .openapi({ description: "What a read does when the API's rate limit is used up." }),
  connect_seconds: seconds(1, 60, "For a connection with the API; 5 by itself."),
  first_byte_seconds: seconds(
    0.1,
    300,
    "Until the API's answer begins, and for each silence within it; 30 by itself.",
  ),
  call_seconds: seconds(0.1, 600, "For a whole call, with the wait for its turn; 60 by itself."),
  redact: z.array(pattern).max(100, "it has at most 100 entries").openapi({
    description: "Hidden in results and in the log, beside secrets: `emails`, and fields by their names.",
  }),
  resolve_names: z
    .boolean("it is true or false")
    .openapi({ description: "Whether arguments take names where ids are wanted." }),
  confirm: z
    .union([z.enum(["none", "delete", "write"]), patterns.min(1, "it names at least one tool")])
    .openapi({ description: "Calls that a person must agree to: a class of access, or patterns of names." }),
};

export const serverConfig = z.strictObject(configFields).partial().openapi("ServerConfig");

const nullableFields = Object.fromEntries(
  Object.entries(configFields).map(([field, schema]) => [field, schema.nullable()]),
) as { [Name in keyof typeof configFields]: z.ZodNullable<(typeof configFields)[Name]> };

export const serverConfigChange = z
  .strictObject(nullableFields)
  .partial()
  .openapi("ServerConfigChange", { description: "What is given replaces, null takes away, the rest stays." });

export type ServerConfig = Lasting<z.infer<typeof serverConfig>>;
export type ServerConfigChange = Lasting<z.infer<typeof serverConfigChange>>;
export type Confirm = NonNullable<ServerConfig["confirm"]>;
export type RateLimitConfig = NonNullable<ServerConfig["rate_limit"]>;

/** Nobody changes a config in place. */
type Lasting<Value> = Value extends readonly (infer Item)[]
  ? readonly Lasting<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Lasting<Value[Name]> }
    : Value;

/** A config as a change leaves it: what is given replaces, null takes away, the rest stays. */
export function changedConfig(config: ServerConfig, change: ServerConfigChange): ServerConfig {
  const fields = Object.entries({ ...config, ...change }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Object.fromEntries(fields);
}
