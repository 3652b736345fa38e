import {
  type ApiTarget,
  type Catalogue,
  createAuthoriser,
  CredentialError,
  originCredentials,
  variablePrefix,
} from "../../runtime/index.js";
import { CommandError } from "../command/errors.js";
import { quoted } from "../command/flags.js";
import { readCredentials, type Environment } from "./credentials.js";

/** Where the API is and the credentials for it. */
export type Account = ApiTarget;

/**
 * The account that the environment names: credentials such as `<API>_API_KEY`, and `<API>_BASE_URL` or `<API>_REGION`.
 * @param baseUrl takes the place of the environment's
 * @throws CommandError that says which variable or flag is missing or wrong
 */
export function accountOf({ api }: Catalogue, environment: Environment, baseUrl?: string): Account {
  const prefix = variablePrefix(api.name);
  const given = (name: string) => environment[`${prefix}_${name}`]?.trim() || undefined;
  const credentials = readCredentials(api, environment);
  const place = baseUrl ?? given("BASE_URL") ?? serverOf(api, given("REGION"), `${prefix}_REGION`);
  const account = {
    baseUrl: checkedUrl(place, baseUrl === undefined ? `${prefix}_BASE_URL` : "--base-url"),
    credentials,
  };
  requireSendable(api, account);
  return account;
}

/** Says at the start what would fail at the first call. */
function requireSendable(api: Catalogue["api"], account: Account): void {
  try {
    for (const one of originCredentials(api, account)) createAuthoriser(one, api.title);
  } catch (error) {
    if (!(error instanceof CredentialError)) throw error;
    throw new CommandError(`${error.message} Copy it again.`);
  }
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
