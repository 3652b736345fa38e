import { z } from "@hono/zod-openapi";
import { type Catalogue, usualSurface } from "../runtime/index.js";
import { optionNames, serverOptions, type OptionName } from "./options/options.js";
import type { Lasting } from "./lasting.js";

type Options = typeof serverOptions;

/** The schemas of a config's fields. */
export const configFields = Object.fromEntries(
  optionNames.map((name) => [name, serverOptions[name].schema]),
) as { [Name in OptionName]: Options[Name]["schema"] };

/** A server URL's options. Missing ones have their defaults. */
export const serverConfig = z.strictObject(configFields).partial().openapi("ServerConfig", {
  description: "A value that equals its default is left out of answers.",
});

const nullableFields = Object.fromEntries(
  Object.entries(configFields).map(([name, schema]) => [name, schema.nullable()]),
) as { [Name in OptionName]: z.ZodNullable<Options[Name]["schema"]> };

export const serverConfigChange = z.strictObject(nullableFields).partial().openapi("ServerConfigChange", {
  description: "A given field replaces the old one, null restores the default, the others stay.",
});

export type ServerConfig = Lasting<z.infer<typeof serverConfig>>;
export type ServerConfigChange = Lasting<z.infer<typeof serverConfigChange>>;
export type Confirm = NonNullable<ServerConfig["confirm"]>;
export type ConfirmBy = NonNullable<ServerConfig["confirm_by"]>;

/** The presets for a new server URL. */
export const proposedConfig: ServerConfig = Object.fromEntries(
  optionNames.flatMap((name) => {
    const option = serverOptions[name];
    return "proposed" in option ? [[name, option.proposed]] : [];
  }),
);

/** A new server URL expires after this time, unless its request says another or never. */
export const PROPOSED_DAYS = 90;

interface NewServer {
  readonly name: string;
  readonly config?: ServerConfig;
  readonly expires_at?: string | null;
}

/** A request for a new server URL with the presets for what it leaves out: the same as the page's. */
export function withProposals({ name, config, expires_at }: NewServer, now: Date): NewServer {
  const ends = new Date(now.getTime() + PROPOSED_DAYS * 86_400_000).toISOString();
  return {
    name,
    config: { ...proposedConfig, ...config },
    expires_at: expires_at === undefined ? ends : expires_at,
  };
}

/** The values of a config that differ from their defaults. Only these are stored. */
export function withoutDefaults(config: ServerConfig, catalogue: Catalogue): ServerConfig {
  const chosen = Object.entries<unknown>(config).filter(
    ([name, value]) => value !== undefined && value !== defaultOf(name as OptionName, catalogue),
  );
  return Object.fromEntries(chosen);
}

/** An option's default. Only the listed surface depends on the API. */
export function defaultOf(name: OptionName, catalogue: Catalogue | undefined): unknown {
  if (name === "surface") return catalogue && usualSurface(catalogue);
  const option = serverOptions[name];
  return "default" in option ? option.default : undefined;
}

/** A config after a change: a given field replaces, null removes, others stay. */
export function changedConfig(config: ServerConfig, change: ServerConfigChange): ServerConfig {
  const fields = Object.entries<unknown>({ ...config, ...change }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Object.fromEntries(fields);
}
