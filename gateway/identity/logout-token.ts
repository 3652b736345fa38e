import { jwtVerify, type JWTVerifyGetKey } from "jose";

/** The person or the provider's session that a logout token ends. */
export interface EndedAtProvider {
  readonly subject?: string;
  readonly providerSession?: string;
}

interface LogoutSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Accepted difference of clocks, in seconds. */
  readonly clockTolerance: number;
}

const logoutEvent = "http://schemas.openid.net/event/backchannel-logout";

/** Checks a logout token (OpenID Connect Back-Channel Logout 1.0). @throws Error */
export async function readLogoutToken(
  token: string,
  keys: JWTVerifyGetKey,
  { issuer, clientId, clockTolerance }: LogoutSettings,
): Promise<EndedAtProvider> {
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience: clientId,
    clockTolerance,
    maxTokenAge: "10 minutes",
    requiredClaims: ["iat", "jti", "events"],
  });
  const { events, nonce, sub, sid } = payload;
  if (typeof events !== "object" || events === null || !Object.hasOwn(events, logoutEvent))
    throw new Error("It is not a logout token.");
  if (nonce !== undefined) throw new Error("A logout token has no nonce.");
  const ended = { subject: sub, providerSession: typeof sid === "string" ? sid : undefined };
  if (ended.subject === undefined && ended.providerSession === undefined)
    throw new Error("It names neither a person nor a session.");
  return ended;
}
