/**
 * The ids of a person, by what gives them. Two sign-ins with different ids from the same source are of different people.
 * The provider's `sub` alone does not show that: some providers give each application another one for the same person.
 */
export type PersonIds = Readonly<Record<string, string>>;

type Claims = Readonly<Record<string, unknown>>;

const longestId = 254;

/**
 * @param issuer the verified issuer of the claims
 * @param claim the operator's claim that is the same in all applications
 */
export function personIdsIn(claims: Claims, issuer: string, claim: string | undefined): PersonIds {
  const { tid, oid } = claims;
  const value = claim === undefined ? undefined : valueOf(claims, claim);
  return {
    ...(isText(tid) && isText(oid) && isTenant(issuer, tid) && { [`Entra ${tid}`]: oid }),
    ...(value !== undefined && { [claim === "sub" ? subOf(issuer) : `claim ${claim}`]: value }),
  };
}

/** The source of an issuer's `sub`. */
export function subOf(issuer: string): string {
  return `sub ${issuer}`;
}

/** Whether two lists of ids are of the same person; undefined if they have no id from the same source. */
export function isSamePerson(one: PersonIds, other: PersonIds): boolean | undefined {
  const shared = Object.keys(one).filter((source) => Object.hasOwn(other, source));
  if (shared.length === 0) return undefined;
  return shared.some((source) => one[source] === other[source]);
}

/** Some providers send the text "true". Unverified addresses are anybody's. */
export function verifiedEmail({ email, email_verified }: Claims): string | undefined {
  const isVerified = email_verified === true || email_verified === "true";
  return isVerified && isText(email) ? email : undefined;
}

function valueOf(claims: Claims, claim: string): string | undefined {
  const value = claim === "email" ? verifiedEmail(claims)?.toLowerCase() : claims[claim];
  return isText(value) ? value : undefined;
}

/** Microsoft Entra ID: its issuers have the id of the tenant as a part of their path. */
function isTenant(issuer: string, tenant: string): boolean {
  return new URL(issuer).pathname.split("/").includes(tenant);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= longestId;
}
