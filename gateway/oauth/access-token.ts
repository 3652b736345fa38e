import { decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";
import { createIssuerKeys } from "./issuer.js";
import { personIdsIn, subOf, type PersonIds } from "./person-ids.js";

/** The operator's OAuth settings. */
export interface OAuthSettings {
  /** Accepted issuers, by the name in their tokens. */
  readonly issuers: readonly string[];
  /** Audiences that all servers accept, in addition to their own. */
  readonly audiences: readonly string[];
  /** Scopes that every access token must have. */
  readonly requiredScopes: readonly string[];
  /** The claim with a person's groups. */
  readonly groupsClaim: string;
  /** The claim that names a person in all applications. */
  readonly personClaim?: string;
  /** How many seconds clocks may differ. */
  readonly clockTolerance: number;
}

/** The user of an access token. */
export interface Subject {
  readonly issuer: string;
  /** The person, or the client itself if there is no person. */
  readonly id: string;
  readonly clientId?: string;
  /** Ids with which the person is compared with one who approves. Absent if the client acts for itself. */
  readonly personIds?: PersonIds;
}

/** The claims of a verified access token. */
export interface AccessToken {
  readonly subject: Subject;
  readonly scopes: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** When it expires, including the tolerance. */
  readonly endsAt: Date;
  /** The connection that this gateway gave it for. */
  readonly connection?: string;
}

/** Why an access token is refused. */
export type TokenFault =
  | "malformed"
  | "algorithm"
  | "issuer"
  | "audience"
  | "expired"
  | "not_yet"
  | "claims"
  | "key"
  | "signature"
  | "ended";

export class TokenFaultError extends Error {
  override readonly name = "TokenFaultError";

  constructor(readonly fault: TokenFault) {
    super(words[fault]);
  }
}

const words: Readonly<Record<TokenFault, string>> = {
  malformed: "The access token is not a signed JWT.",
  algorithm: "The access token has a signature algorithm that is not accepted.",
  issuer: "The access token is from another issuer.",
  audience: "The access token is for another audience.",
  expired: "The access token has expired.",
  not_yet: "The access token is not valid yet.",
  claims: "The access token lacks a claim.",
  key: "The access token is signed with a key that its issuer doesn't have.",
  signature: "The access token's signature is wrong.",
  ended: "The access of this client was ended, or its user must sign in again.",
};

export interface AccessTokens {
  /**
   * Verifies an access token.
   * @throws TokenFaultError if it is not valid, IssuerUnavailableError if that is unknown now
   */
  read(token: string, wanted: Wanted): Promise<AccessToken>;
}

/** The keys of an issuer in this process. */
export type OwnKeys = Readonly<Record<string, JWTVerifyGetKey>>;

interface Wanted {
  readonly issuers: readonly string[];
  readonly audience: string;
}

/** Signatures that only the issuer can make. With a shared secret, the verifier could sign too. */
const algorithms = "RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519".split(" ");
/** RFC 9068 requires the first one. Most issuers write the last one, or nothing. */
const types = ["at+jwt", "application/at+jwt", "jwt"];

export function createAccessTokens(
  settings: OAuthSettings,
  now: () => Date,
  ownKeys: OwnKeys = {},
): AccessTokens {
  const { issuers, audiences, clockTolerance } = settings;
  const keys = new Map<string, JWTVerifyGetKey>([
    ...issuers.map((issuer) => [issuer, createIssuerKeys(issuer)] as const),
    ...Object.entries(ownKeys),
  ]);
  return {
    async read(token, wanted) {
      // Before it is verified, only its issuer is read, to find the keys.
      const issuer = claimedIssuer(token);
      const issuerKeys = wanted.issuers.includes(issuer) ? keys.get(issuer) : undefined;
      if (!issuerKeys) throw new TokenFaultError("issuer");
      const { payload, protectedHeader } = await jwtVerify(token, issuerKeys, {
        issuer,
        audience: [wanted.audience, ...audiences],
        algorithms,
        clockTolerance,
        currentDate: now(),
        requiredClaims: ["exp"],
      }).catch((error: unknown) => {
        throw asFault(error);
      });
      const { typ = "jwt" } = protectedHeader;
      if (!types.includes(typ.toLowerCase())) throw new TokenFaultError("malformed");
      return tokenOf(payload, settings);
    },
  };
}

function claimedIssuer(token: string): string {
  try {
    return decodeJwt(token).iss ?? "";
  } catch {
    throw new TokenFaultError("malformed");
  }
}

function tokenOf(
  payload: JWTPayload,
  { groupsClaim, personClaim, clockTolerance }: OAuthSettings,
): AccessToken {
  const { iss = "", exp = 0, sub, scope, scp, client_id, azp } = payload;
  const clientId = textOf(client_id) ?? textOf(azp);
  const id = textOf(sub) ?? clientId;
  if (id === undefined) throw new TokenFaultError("claims");
  // A client that acts for itself is its own subject (RFC 9068).
  const personIds =
    id === clientId ? undefined : { ...personIdsIn(payload, iss, personClaim), [subOf(iss)]: id };
  return {
    subject: { issuer: iss, id, clientId, personIds },
    scopes: new Set(listOf(scope ?? scp)),
    groups: new Set(listOf(payload[groupsClaim], false)),
    endsAt: new Date((exp + clockTolerance) * 1000),
    connection: textOf(payload["connection"]),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A claim with several values is a list. Scopes may also be one text with spaces. */
function listOf(value: unknown, splits = true): string[] {
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string");
  if (typeof value !== "string") return [];
  return splits ? value.split(" ").filter(Boolean) : [value];
}

/** The meaning of a library's error. Errors that are not about the token stay unchanged. */
function asFault(error: unknown): unknown {
  return error instanceof errors.JOSEError ? new TokenFaultError(faultOf(error)) : error;
}

function faultOf(error: errors.JOSEError): TokenFault {
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "aud") return "audience";
    return error.claim === "nbf" ? "not_yet" : "claims";
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return "algorithm";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "signature";
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return "key";
  return "malformed";
}
