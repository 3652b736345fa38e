import { GatewayError } from "../error.js";
import {
  TokenFaultError,
  type AccessToken,
  type AccessTokens,
  type OAuthSettings,
  type Subject,
} from "../oauth/access-token.js";
import { IssuerUnavailableError } from "../oauth/issuer.js";
import { challenge, issuersOf, metadataUrlOf, resourceOf, scopesOf } from "../oauth/resource.js";
import type { OAuth } from "../oauth/config.js";
import { heldShares } from "../oauth/shares.js";

/** What is asked, and of which server. */
interface FactorRequest {
  readonly config: OAuth;
  readonly serverId: string;
  readonly publicUrl: string;
  /** The access token, where one is shown. */
  readonly bearer: string | undefined;
  /** Is told why nothing is opened, and to whom where that is known. */
  readonly refuse: (reason: string, subject?: Subject) => void;
}

/** Who was let in, to which parts of the server, and until when. */
export interface Authorized {
  readonly subject: Subject;
  /** Places in the server's `oauth` config, such as `scopes.incidents:read`. */
  readonly held: readonly string[];
  readonly endsAt: Date;
}

/**
 * Wants an access token, as a server's config says.
 * @throws GatewayError 401 or 403 with what a client needs to get one that will do, 503 where none can be checked now
 */
export type OAuthFactor = (request: FactorRequest) => Promise<Authorized>;

export function createOAuthFactor(tokens: AccessTokens, settings: OAuthSettings): OAuthFactor {
  return async (request) => {
    const { config, bearer, refuse } = request;
    if (bearer === undefined) {
      refuse("oauth_missing");
      throw refused({ status: 401, error: "", message: wantsToken }, request, settings);
    }
    const token = await readToken(request, bearer, tokens, settings);
    const { subject, scopes, endsAt } = token;
    const held = heldShares(config, token);
    if (held.length === 0 || !settings.requiredScopes.every((scope) => scopes.has(scope))) {
      refuse("oauth_scope", subject);
      const message = "The access token opens no part of this server.";
      throw refused({ status: 403, error: "insufficient_scope", message }, request, settings);
    }
    return { subject, held: held.map(({ place }) => place), endsAt };
  };
}

const wantsToken = "This server wants an OAuth access token; a client gets one by having its user sign in.";

async function readToken(
  request: FactorRequest,
  bearer: string,
  tokens: AccessTokens,
  settings: OAuthSettings,
): Promise<AccessToken> {
  const { config, serverId, publicUrl, refuse } = request;
  const issuers = issuersOf(config, settings.issuers);
  try {
    return await tokens.read(bearer, { issuers, audience: resourceOf(publicUrl, serverId) });
  } catch (error) {
    if (error instanceof TokenFaultError) {
      refuse(`oauth_${error.fault}`);
      const { message } = error;
      throw refused({ status: 401, error: "invalid_token", message }, request, settings);
    }
    if (!(error instanceof IssuerUnavailableError)) throw error;
    refuse("oauth_unavailable");
    const message = "The access token can't be checked now: its issuer's keys can't be had.";
    throw new GatewayError(503, message, { "retry-after": "10" });
  }
}

/** A refusal as OAuth writes it. */
interface OAuthRefusal {
  readonly status: 401 | 403;
  /** Empty for a first request without a token, which has done nothing wrong. */
  readonly error: "" | "invalid_token" | "insufficient_scope";
  readonly message: string;
}

/** Says what the client lacks and where it gets it. */
function refused(
  { status, error, message }: OAuthRefusal,
  { config, serverId, publicUrl }: FactorRequest,
  { requiredScopes }: OAuthSettings,
): GatewayError {
  const parameters = {
    error,
    error_description: error && message,
    resource_metadata: metadataUrlOf(publicUrl, serverId),
    scope: scopesOf(config, requiredScopes).join(" "),
  };
  return new GatewayError(status, message, challenge(parameters));
}
