import { jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";

/** What an identity assertion of the provider must be for. */
export interface AssertionFor {
  /** The authorization server that it is for. */
  readonly audience: string;
  /** Accepted difference of clocks, in seconds. */
  readonly clockTolerance: number;
  readonly issuer: string;
  readonly now: Date;
}

/** The claims of an assertion that the provider signed for a client (ID-JAG). */
export interface IdentityAssertion extends JWTPayload {
  readonly sub: string;
  readonly jti: string;
  readonly exp: number;
  readonly client_id: string;
  /** The server URL that it is for. */
  readonly resource: string;
}

/** Signatures that only the provider can make. */
const algorithms = "RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519".split(" ");

/**
 * Verifies an assertion: its type, signature, issuer, audience and age. Whether it was used before is not checked here.
 * @throws Error
 */
export async function readAssertion(
  assertion: string,
  keys: JWTVerifyGetKey,
  { audience, issuer, clockTolerance, now }: AssertionFor,
): Promise<IdentityAssertion> {
  const { payload } = await jwtVerify(assertion, keys, {
    ...{ audience, issuer, clockTolerance, algorithms },
    typ: "oauth-id-jag+jwt",
    currentDate: now,
    maxTokenAge: "10 minutes",
    requiredClaims: ["sub", "jti", "exp", "iat", "client_id", "resource"],
  });
  const texts = [payload.sub, payload.jti, payload["client_id"], payload["resource"]];
  if (texts.some((text) => typeof text !== "string" || text === "" || text.length > 500))
    throw new Error("A claim is not a short text.");
  // An assertion for several audiences could be used at each of them.
  if (Array.isArray(payload.aud) && payload.aud.length > 1) throw new Error("It has more than one audience.");
  return payload as IdentityAssertion;
}
