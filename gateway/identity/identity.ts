import { personIdsIn, subOf, verifiedEmail, type PersonIds } from "../oauth/person-ids.js";

/** A person as the provider verified them. */
export interface Identity {
  readonly issuer: string;
  /** The provider's lasting id of the person. */
  readonly subject: string;
  /** For people and the log. It decides nothing, because providers let people change it. */
  readonly name: string;
  readonly groups: readonly string[];
  /** Absent if the provider does not say that it verified the address. */
  readonly email?: string;
  /** Ids with which the person is compared with the one who made a call. */
  readonly ids?: PersonIds;
  /** The provider's id of its own session, for back-channel logout. */
  readonly providerSession?: string;
}

/** More groups than this make a session's row too large. */
const mostGroups = 500;
const longestGroup = 200;
const longestName = 100;

/** Names that the log uses for others than people. */
const reserved = /^(admin|gateway|server|client|stranger|oauth:.*|service:.*)$/i;

interface IdentitySettings {
  readonly issuer: string;
  readonly groupsClaim: string;
  readonly personClaim?: string;
  /** Whether the provider gives all applications the same `sub`. */
  readonly isPublicSubject: boolean;
}

/** The person in the claims of an ID token and of the user info. */
export function identityOf(
  claims: Readonly<Record<string, unknown>> & { readonly sub: string },
  { issuer, groupsClaim, personClaim, isPublicSubject }: IdentitySettings,
): Identity {
  const { sub: subject, sid } = claims;
  return {
    issuer,
    subject,
    name: nameOf(claims, subject),
    groups: groupsOf(claims[groupsClaim]),
    email: verifiedEmail(claims),
    ids: {
      ...personIdsIn(claims, issuer, personClaim),
      [pageOf(issuer)]: subject,
      ...(isPublicSubject && { [subOf(issuer)]: subject }),
    },
    providerSession: typeof sid === "string" ? sid : undefined,
  };
}

/**
 * Whether the claims say that the groups are elsewhere, because there are too many (distributed claims of OpenID Connect
 * Core, as Microsoft Entra ID sends them).
 */
export function leavesOutGroups(claims: Readonly<Record<string, unknown>>, groupsClaim: string): boolean {
  const elsewhere = claims["_claim_names"] as Readonly<Record<string, unknown>> | null | undefined;
  const isElsewhere = typeof elsewhere === "object" && elsewhere !== null && groupsClaim in elsewhere;
  return claims[groupsClaim] === undefined && (isElsewhere || claims["hasgroups"] === true);
}

function nameOf(claims: Readonly<Record<string, unknown>>, subject: string): string {
  const given = [claims["preferred_username"], claims["email"], claims["name"], subject];
  const name = given.find((one): one is string => typeof one === "string" && one.trim() !== "")!;
  const shown = name.trim().slice(0, longestName);
  return reserved.test(shown) ? `"${shown}"` : shown;
}

/** The page is one application of the provider, so its own ids can be compared. */
function pageOf(issuer: string): string {
  return `page ${issuer}`;
}

/** A single group may be a string. Values of other types are ignored. */
function groupsOf(given: unknown): readonly string[] {
  const all = [given].flat().filter((one): one is string => typeof one === "string");
  const usable = all.filter((group) => group !== "" && group.length <= longestGroup);
  return [...new Set(usable)].slice(0, mostGroups);
}
