import type { Catalogue } from "../../runtime/index.js";
import { CommandError } from "../command/errors.js";
import { quoted } from "../command/flags.js";

/** Environment variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The API's base URL and key. */
export interface Account {
  readonly baseUrl: string;
  /** Absent if the API needs none. */
  readonly key?: string;
}

/**
 * The account from the environment: `<API>_API_KEY`, and `<API>_BASE_URL` or `<API>_REGION`.
 * @param baseUrl overrides the environment's
 * @throws CommandError that names the missing or wrong variable or flag
 */
export function accountOf({ api }: Catalogue, environment: Environment, baseUrl?: string): Account {
  const prefix = variablePrefix(api.name);
  const given = (name: string) => environment[`${prefix}_${name}`]?.trim() || undefined;
  const key = checkedKey(api, given("API_KEY"), `${prefix}_API_KEY`);
  if (baseUrl !== undefined) return { baseUrl: checkedUrl(baseUrl, "--base-url"), key };
  const place = given("BASE_URL") ?? serverOf(api, given("REGION"), `${prefix}_REGION`);
  return { baseUrl: checkedUrl(place, `${prefix}_BASE_URL`), key };
}

/** The prefix of an API's variables: `pager-duty` has `PAGER_DUTY_API_KEY`. */
export function variablePrefix(api: string): string {
  return api.toUpperCase().replace(/[^A-Z0-9]+/g, "_");
}

function checkedKey(api: Catalogue["api"], key: string | undefined, variable: string): string | undefined {
  if (api.key && key === undefined)
    throw new CommandError(
      `${variable} is not set. Set it to an API key of ${api.title}, or pass --sandbox to try without one.`,
    );
  if (key !== undefined && /[^\x21-\x7e]/.test(key))
    throw new CommandError(
      `${variable} holds a blank or another character that no key has. Copy the key again.`,
    );
  return key;
}

function serverOf(
  { servers, title }: Catalogue["api"],
  region: string | undefined,
  variable: string,
): string {
  const regions = Object.keys(servers);
  const name = region?.toLowerCase() ?? regions[0];
  if (name === undefined)
    throw new CommandError(`The document of ${title} names no server. Pass its URL with --base-url.`);
  if (!Object.hasOwn(servers, name))
    throw new CommandError(`${variable} is ${quoted(region!)}. Set it to one of ${regions.join(", ")}.`);
  return servers[name]!;
}

/** @param from the flag or variable with the URL */
function checkedUrl(text: string, from: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isBase =
    url && /^https?:$/.test(url.protocol) && url.search === "" && url.hash === "" && url.username === "";
  if (isBase) return url.href.replace(/\/$/, "");
  throw new CommandError(
    `${from} takes an http or https URL without query and user, such as https://api.example.com.`,
  );
}
