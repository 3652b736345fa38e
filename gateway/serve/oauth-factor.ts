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

/** A request, and its server. */
interface FactorRequest {
  readonly config: OAuth;
  readonly serverId: string;
  readonly publicUrl: string;
  /** The access token, if there is one. */
  readonly bearer: string | undefined;
  /** Called with the reason of a refusal, and with the user if it is known. */
  readonly refuse: (reason: string, subject?: Subject) => void;
  /** Asks the store again, as before a write. */
  readonly isFresh?: boolean;
}

/** The admitted user, their parts of the server, and the expiry. */
export interface Authorized {
  readonly subject: Subject;
  /** Places in the server's `oauth` config, such as `scopes.incidents:read`. */
  readonly held: readonly string[];
  readonly endsAt: Date;
  /** Whether this gateway gave the access token. Then it can end before it expires. */
  readonly isOwn: boolean;
}

/** The access of a client for a person, by an access token of this gateway. @throws TokenFaultError if it was ended */
export type OwnAccess = (
  token: AccessToken,
  request: Pick<FactorRequest, "config" | "serverId" | "isFresh">,
) => Promise<Pick<Authorized, "subject" | "held">>;

/** The gateway as an issuer. */
export interface OwnIssuer {
  readonly issuer: string;
  readonly access: OwnAccess;
}

/**
 * Requires an access token, as the server's config says.
 * @throws GatewayError 401 or 403 with what a client needs to get a valid one, 503 if tokens cannot be verified now
 */
export type OAuthFactor = (request: FactorRequest) => Promise<Authorized>;

export function createOAuthFactor(
  tokens: AccessTokens,
  settings: OAuthSettings,
  own?: OwnIssuer,
): OAuthFactor {
  const readers = { tokens, settings, own };
  return async (request) => {
    const { bearer, refuse } = request;
    if (bearer === undefined) {
      refuse("oauth_missing");
      throw refused({ status: 401, error: "", message: wantsToken }, request, settings);
    }
    const { subject, held, endsAt, isOwn } = await readToken(request, bearer, readers);
    if (held.length === 0) {
      refuse("oauth_scope", subject);
      const message = "The access token gives no access to this server.";
      throw refused({ status: 403, error: "insufficient_scope", message }, request, settings);
    }
    return { subject, held, endsAt, isOwn };
  };
}

const wantsToken = "This server requires an OAuth access token. A client gets one when its user signs in.";

interface Readers {
  readonly tokens: AccessTokens;
  readonly settings: OAuthSettings;
  readonly own?: OwnIssuer;
}

async function readToken(request: FactorRequest, bearer: string, readers: Readers): Promise<Authorized> {
  try {
    return await authorizedBy(request, bearer, readers);
  } catch (error) {
    const { refuse } = request;
    if (error instanceof TokenFaultError) {
      refuse(`oauth_${error.fault}`);
      const { message } = error;
      throw refused({ status: 401, error: "invalid_token", message }, request, readers.settings);
    }
    if (!(error instanceof IssuerUnavailableError)) throw error;
    refuse("oauth_unavailable");
    const message = "The access token cannot be verified now, because its issuer's keys are unavailable.";
    throw new GatewayError(503, message, { "retry-after": "10" });
  }
}

/** What an access token allows, which is nothing without a required scope. */
async function authorizedBy(
  request: FactorRequest,
  bearer: string,
  { tokens, settings: { issuers, requiredScopes }, own }: Readers,
): Promise<Authorized> {
  const { config, serverId, publicUrl } = request;
  const accepted = issuersOf(config, issuers);
  const token = await tokens.read(bearer, { issuers: accepted, audience: resourceOf(publicUrl, serverId) });
  const { subject, scopes, endsAt } = token;
  if (subject.issuer === own?.issuer) return { ...(await own.access(token, request)), endsAt, isOwn: true };
  const hasRequired = requiredScopes.every((scope) => scopes.has(scope));
  const held = hasRequired ? heldShares(config, token).map(({ place }) => place) : [];
  return { subject, held, endsAt, isOwn: false };
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
