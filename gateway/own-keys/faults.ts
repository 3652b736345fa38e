import type { Core } from "../core.js";
import { issuersOf } from "../oauth/resource.js";
import type { ServerConfig } from "../server-config.js";

/** Faults of a config's `upstream`: with `person`, the gateway must know who calls, and where they sign in. */
export function ownKeyFaults(
  { upstream, oauth }: ServerConfig,
  { issuers, signInIssuer }: Pick<Core, "issuers" | "signInIssuer">,
): string[] {
  if (upstream !== "person") return [];
  if (signInIssuer === undefined)
    return [
      "config.upstream: person needs a provider where people sign in to the page; see STANDPIPE_OIDC_ISSUER",
    ];
  if (!oauth) return ["config.upstream: person needs sign-in at the server URL; set config.oauth"];
  const others = issuersOf(oauth, issuers).filter((issuer) => issuer !== signInIssuer);
  if (others.length === 0) return [];
  return [`config.upstream: person accepts only people of ${signInIssuer}; set config.oauth.issuer to it`];
}
