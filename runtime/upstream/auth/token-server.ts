import type * as OAuth from "oauth4webapi";
import type { OAuthScheme } from "../../contract/auth.js";
import { Fault } from "../../contract/fault.js";
import { boundedFetch } from "./bounded-fetch.js";

const FETCH_MS = 15_000;

/**
 * The server that gives access tokens: the scheme's token endpoint, or the one that its OpenID provider names.
 * @throws Fault if the provider names none
 */
export async function tokenServer(
  oauth: typeof OAuth,
  { tokenUrl, provider }: OAuthScheme,
): Promise<OAuth.AuthorizationServer> {
  if (tokenUrl !== undefined) return { issuer: new URL(tokenUrl).origin, token_endpoint: tokenUrl };
  // The library adds the usual path to the issuer's URL.
  const issuer = new URL(provider!.replace(/\/\.well-known\/openid-configuration\/?$/, ""));
  const answer = await oauth.discoveryRequest(issuer, optionsFor(oauth, issuer));
  const server = await oauth.processDiscoveryResponse(issuer, answer).catch(() => undefined);
  if (server?.token_endpoint !== undefined) return server;
  throw new Fault({
    kind: "credentials",
    message:
      `The OpenID provider at ${issuer.host} names no token endpoint for the issuer ${issuer.href}. ` +
      "The call was not sent.",
    next: "The server's operator must set token_url in auth: of standpipe.yaml, and generate the server again.",
  });
}

/** Options of a request to `url`. Secrets travel unencrypted only within the machine. */
export function optionsFor(oauth: typeof OAuth, url: URL) {
  return {
    signal: AbortSignal.timeout(FETCH_MS),
    [oauth.customFetch]: boundedFetch,
    [oauth.allowInsecureRequests]: isLoopback(url),
  };
}

export function isLoopback({ hostname }: URL): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
