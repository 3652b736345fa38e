import { createAuthorization, type AuthorizationServer } from "./authorization/authorization.js";
import { createFetchDocument, type FetchDocument } from "./authorization/fetch-document.js";
import { createOwnAccess } from "./authorization/own-access.js";
import { createSigningKeys } from "./authorization/signing-keys.js";
import { createAccessTokens } from "./oauth/access-token.js";
import type { Opened } from "./open-core.js";
import { createOAuthFactor, type OAuthFactor } from "./serve/oauth-factor.js";
import type { Settings } from "./settings.js";
import { errors } from "jose";

interface OAuthParts {
  /** Absent if it is off. */
  readonly authorization?: AuthorizationServer;
  readonly oauthFactor: OAuthFactor;
}

/** Access tokens for server URLs: those of other issuers, and the gateway's own. */
export function createOAuth(
  { core, access, provider }: Pick<Opened, "core" | "access" | "provider">,
  { oauth, authorization: settings, publicUrl: issuer }: Settings,
  fetchDocument: FetchDocument = createFetchDocument(),
): OAuthParts {
  const accepted = { ...oauth, issuers: core.issuers };
  if (!settings || issuer === undefined)
    return { oauthFactor: createOAuthFactor(createAccessTokens(oauth, core.now), accepted) };
  const keys = createSigningKeys(core);
  const tokens = createAccessTokens(oauth, core.now, {
    [issuer]: async ({ kid }) => {
      const found = await keys.find(kid);
      if (!found) throw new errors.JWKSNoMatchingKey();
      return found.publicKey;
    },
  });
  const own = { issuer, access: createOwnAccess(access) };
  return {
    authorization: createAuthorization({ core, issuer, access, provider, keys, settings, fetchDocument }),
    oauthFactor: createOAuthFactor(tokens, accepted, own),
  };
}
