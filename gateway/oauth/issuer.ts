import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { isLoopback } from "../../runtime/index.js";
import { boundedFetch, patienceMs } from "./bounded-fetch.js";

/** An issuer's keys are unavailable now, so none of its tokens can be verified. */
export class IssuerUnavailableError extends Error {
  override readonly name = "IssuerUnavailableError";
}

/** How long an issuer's keys are cached, and how long it is not asked again after a failure, in milliseconds. */
const believedMs = 600_000;
const coolDownMs = 10_000;
/** An unknown key triggers a new fetch, at most this often. */
const refetchMs = 30_000;

/**
 * The keys of an issuer, found through its metadata (RFC 8414, OpenID Connect Discovery) on first use.
 * @throws IssuerUnavailableError from the key getter
 */
export function createIssuerKeys(issuer: string): JWTVerifyGetKey {
  const ask = withCoolDown();
  let found: { readonly keys: Promise<JWTVerifyGetKey>; readonly at: number } | undefined;

  function keys(): Promise<JWTVerifyGetKey> {
    if (found && Date.now() < found.at + believedMs) return found.keys;
    const entry = { keys: ask(() => discover(issuer)).then(remoteKeys), at: Date.now() };
    found = entry;
    entry.keys.catch(() => found === entry && (found = undefined));
    return entry.keys;
  }

  function remoteKeys(url: URL): JWTVerifyGetKey {
    return createRemoteJWKSet(url, {
      timeoutDuration: patienceMs,
      cooldownDuration: refetchMs,
      [customFetch]: (href, init) => ask(() => fetchKeys(href, init)),
    });
  }

  return async (header, token) => {
    try {
      return await (
        await keys()
      )(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
        throw error;
      throw new IssuerUnavailableError(`The keys of ${issuer} are unavailable.`, { cause: error });
    }
  };
}

/** Requests to the gateway must not cause many requests to an issuer that is down. */
function withCoolDown() {
  let failedAt = -Infinity;
  return async <Result>(run: () => Promise<Result>): Promise<Result> => {
    if (Date.now() < failedAt + coolDownMs) throw new Error("It failed a moment ago.");
    try {
      return await run();
    } catch (error) {
      failedAt = Date.now();
      throw error;
    }
  };
}

async function fetchKeys(url: string, init: RequestInit): Promise<Response> {
  const response = await boundedFetch(url, init);
  if (!response.ok) throw new Error(`${url} answers ${response.status}.`);
  return response;
}

const metadataShape = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** The URL of an issuer's keys. Its metadata only counts if it names the same issuer. */
async function discover(issuer: string): Promise<URL> {
  for (const url of metadataUrls(issuer)) {
    const response = await boundedFetch(url, { headers: { accept: "application/json" } });
    if (!response.ok) continue;
    const { issuer: named, jwks_uri } = metadataShape.parse(await response.json());
    if (named !== issuer) throw new Error(`${url} names another issuer.`);
    const keys = new URL(jwks_uri);
    if (!isSafeUrl(keys, new URL(issuer))) throw new Error(`${url} names keys that are not at an https URL.`);
    return keys;
  }
  throw new Error("It publishes no metadata.");
}

/** In the order that MCP prescribes for clients. */
function metadataUrls(issuer: string): string[] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, "");
  const inserted = ["oauth-authorization-server", "openid-configuration"].map(
    (name) => `${origin}/.well-known/${name}${path}`,
  );
  return path === "" ? inserted : [...inserted, `${origin}${path}/.well-known/openid-configuration`];
}

/** https, or http if both it and its issuer are on this machine. */
function isSafeUrl(url: URL, issuer: URL): boolean {
  return url.protocol === "https:" || (isLocalHttp(url) && isLocalHttp(issuer));
}

/** Whether a URL is plain http on this machine. */
export function isLocalHttp({ protocol, hostname }: URL): boolean {
  return protocol === "http:" && isLoopback(hostname.replace(/^\[|\]$/g, ""));
}
