import type { Catalogue } from "../runtime/contract/catalogue.js";

/** Variables of the environment, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the API is and the key for it. */
export interface Account {
  readonly baseUrl: string;
  /** Absent where the API takes none. */
  readonly key?: string;
}

/** Something that whoever starts the server can put right; its message says how. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/**
 * The account that the environment names: `<API>_API_KEY`, and `<API>_BASE_URL` or `<API>_REGION`.
 * @param baseUrl stands before the environment's
 * @throws SettingsError that says which variable is missing or wrong
 */
export function accountOf({ api }: Catalogue, environment: Environment, baseUrl?: string): Account {
  const prefix = variablePrefix(api.name);
  const given = (name: string) => environment[`${prefix}_${name}`]?.trim() || undefined;
  const key = given("API_KEY");
  if (api.key && key === undefined) {
    throw new SettingsError(
      `${prefix}_API_KEY is not set: set it to a key of ${api.title}'s, or try --sandbox without one.`,
    );
  }
  if (key !== undefined && /[^\x21-\x7e]/.test(key)) {
    throw new SettingsError(`${prefix}_API_KEY holds a blank or another character that no key has.`);
  }
  const place = baseUrl ?? given("BASE_URL") ?? serverOf(api, given("REGION"), `${prefix}_REGION`);
  return { baseUrl: checkedUrl(place, prefix), key };
}

/** What the variables of an API start with: `pager-duty` has `PAGER_DUTY_API_KEY`. */
export function variablePrefix(api: string): string {
  return api.toUpperCase().replace(/[^A-Z0-9]+/g, "_");
}

function serverOf(
  { servers, title }: Catalogue["api"],
  region: string | undefined,
  variable: string,
): string {
  const regions = Object.keys(servers);
  const name = region?.toLowerCase() ?? regions[0];
  if (name === undefined)
    throw new SettingsError(`${title} names no server; say where it is with --base-url.`);
  if (!Object.hasOwn(servers, name))
    throw new SettingsError(`${variable} is "${region}"; it is one of ${regions.join(", ")}.`);
  return servers[name]!;
}

function checkedUrl(text: string, prefix: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isBase =
    url && /^https?:$/.test(url.protocol) && url.search === "" && url.hash === "" && url.username === "";
  if (!isBase)
    throw new SettingsError(
      `"${text}" is no base URL; --base-url and ${prefix}_BASE_URL look like https://api.example.com.`,
    );
  return url.href.replace(/\/$/, "");
}
