import type { ServerConfig } from "../server-config.js";
import { sharesOf } from "./shares.js";

/** Faults of a config's `oauth` with the operator's issuers. The contents of its parts are checked elsewhere. */
export function oauthFaults(
  { oauth, require_api_token_auth }: ServerConfig,
  issuers: readonly string[],
): string[] {
  if (!oauth) return [];
  const faults: (string | false)[] = [
    issuers.length === 0 &&
      "config.oauth: this gateway has no issuer; see STANDPIPE_OAUTH_ISSUERS and STANDPIPE_AUTHORIZATION_SERVER",
    issuers.length > 0 &&
      oauth.issuer !== undefined &&
      !issuers.includes(oauth.issuer) &&
      `config.oauth.issuer: must be one of ${issuers.join(", ")}`,
    sharesOf(oauth).length === 0 && "config.oauth: must name at least one scope or group",
    require_api_token_auth === true &&
      "config.oauth: a request has one credential in its header, so require_api_token_auth cannot be on with it",
  ];
  return faults.filter((fault) => fault !== false);
}
