import { sufficientFor, variablesOf, type Auth, type Credentials } from "../../contract/auth.js";
import type { Catalogue } from "../../contract/catalogue.js";
import type { OriginCredentials } from "./authoriser.js";

/** Where an API is called, and with which credentials. */
export interface ApiTarget {
  readonly baseUrl: string;
  /** URLs of further origins, by name. */
  readonly origins?: Readonly<Record<string, string>>;
  /** Of the API and of its further origins, by variable. */
  readonly credentials: Credentials;
}

/** The credentials of each origin that an API is called at. No origin is given those of another. */
export function originCredentials(
  { auth, origins = {} }: Catalogue["api"],
  { baseUrl, origins: urls = originUrls(origins), credentials }: ApiTarget,
): readonly OriginCredentials[] {
  const further = Object.entries(origins).flatMap(([name, origin]) => {
    const url = urls[name];
    return origin.auth && url !== undefined ? [{ url, auth: origin.auth, credentials }] : [];
  });
  // The last one counts, should an origin be called at the API's own.
  return auth ? [...further, { url: baseUrl, auth, credentials }] : further;
}

/** URLs of an API's further origins, by name. */
export function originUrls(origins: Catalogue["api"]["origins"] = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(origins).map(([name, { url }]) => [name, url]));
}

/**
 * An API at a sandbox, which takes any credentials of the right form. No call leaves it, whatever other origins the API
 * has. Access tokens are given, so that none is fetched.
 */
export function practiceTarget(api: Catalogue["api"], baseUrl: string, key: string): ApiTarget {
  const origins = Object.fromEntries(Object.keys(api.origins ?? {}).map((name) => [name, baseUrl]));
  const schemes = authTables(api).flatMap((table) => Object.values(table.schemes));
  const values = schemes.flatMap((scheme) => {
    // A sandbox asks for no certificate.
    const value = scheme.kind === "certificate" ? "" : key;
    return sufficientFor(scheme)[0]!.map((name) => [name, value] as const);
  });
  return { baseUrl, origins, credentials: Object.fromEntries(values) };
}

/** The auth tables of an API: its own, and those of its further origins. */
export function authTables({ auth, origins = {} }: Catalogue["api"]): readonly Auth[] {
  return [auth, ...Object.values(origins).map((origin) => origin.auth)].filter((one) => one !== undefined);
}

/** The names of all credentials that an API may be given. */
export function credentialNames(api: Catalogue["api"]): readonly string[] {
  return [...new Set(authTables(api).flatMap(variablesOf))];
}
