import type { Core } from "../core.js";
import { VaultError } from "../secrets/vault.js";
import { OAuthError } from "./oauth-error.js";

/** What a client asks for at the authorization endpoint. It waits in the browser, in an encrypted cookie. */
export interface AskedAccess {
  readonly client_id: string;
  readonly redirect_uri: string;
  readonly response_type?: string;
  readonly code_challenge?: string;
  readonly code_challenge_method?: string;
  readonly resource?: string;
  readonly scope?: string;
  readonly state?: string;
}

/** Their sum fits into a cookie. */
const longest: Readonly<Record<keyof AskedAccess, number>> = {
  client_id: 300,
  redirect_uri: 500,
  response_type: 20,
  code_challenge: 128,
  code_challenge_method: 10,
  resource: 300,
  scope: 500,
  state: 1_000,
};

/** How long a person may take to sign in and to allow it. */
export const askedSeconds = 600;

/**
 * The parameters of a client's request. Nothing here leads to the client yet, because nobody knows it yet.
 * @throws OAuthError
 */
export function readAsked(params: URLSearchParams): AskedAccess {
  const entries = Object.entries(longest).flatMap(([name, most]) => {
    const given = params.getAll(name).filter((value) => value !== "");
    if (given.length > 1) throw new OAuthError("invalid_request", `There is more than one ${name}.`);
    const [value] = given;
    if (value !== undefined && value.length > most)
      throw new OAuthError("invalid_request", `Its ${name} has more than ${most} characters.`);
    return value === undefined ? [] : [[name, value] as const];
  });
  const asked = Object.fromEntries(entries) as Partial<AskedAccess>;
  const { client_id, redirect_uri } = asked;
  if (client_id === undefined) throw new OAuthError("invalid_request", "Its client_id is missing.");
  if (redirect_uri === undefined) throw new OAuthError("invalid_request", "Its redirect_uri is missing.");
  return { ...asked, client_id, redirect_uri };
}

/** @throws OAuthError where the code could be used by others than the client, which may learn of it */
export function assertSafe({ response_type, code_challenge, code_challenge_method }: AskedAccess): void {
  if (response_type !== "code")
    throw new OAuthError("unsupported_response_type", "The response_type must be code.");
  if (code_challenge === undefined || code_challenge_method !== "S256")
    throw new OAuthError("invalid_request", "PKCE is required, with code_challenge_method S256.");
  if (!/^[\w-]{43}$/.test(code_challenge))
    throw new OAuthError("invalid_request", "The code_challenge is not an S256 challenge.");
}

const placeOf = (id: string) => `authorize/${id}`;

/** The cookie's value, which opens only for its id. Any replica can read it. */
export function sealAsked({ keys, now }: Core, id: string, asked: AskedAccess): string {
  const until = now().getTime() + askedSeconds * 1000;
  return keys.vault.seal(JSON.stringify({ asked, until }), placeOf(id));
}

/** Undefined for a cookie that is missing, too old, or not of this gateway and id. */
export function openAsked(
  { keys, now }: Core,
  id: string,
  sealed: string | undefined,
): AskedAccess | undefined {
  if (sealed === undefined) return undefined;
  try {
    const { asked, until } = JSON.parse(keys.vault.open(sealed, placeOf(id))) as {
      asked: AskedAccess;
      until: number;
    };
    return now().getTime() < until ? asked : undefined;
  } catch (error) {
    if (error instanceof VaultError) return undefined;
    throw error;
  }
}
