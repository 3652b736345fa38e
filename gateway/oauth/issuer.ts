import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { isLoopback } from "../../runtime/index.js";
import { boundedFetch, patienceMs } from "./bounded-fetch.js";

/** An issuer's keys can't be had now; nothing that it signed can be checked. */
export class IssuerUnavailableError extends Error {
  override readonly name = "IssuerUnavailableError";
}

/** For so long what an issuer publishes is believed, and after a failure it is left alone, in milliseconds. */
const believedMs = 600_000;
const coolDownMs = 10_000;
/** An unknown key has the keys fetched anew, at most so often. */
const refetchMs = 30_000;

/**
 * The keys of an issuer, found by what it publishes of itself (RFC 8414, OpenID Connect Discovery) when they are first
 * needed.
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
      throw new IssuerUnavailableError(`The keys of ${issuer} can't be had.`, { cause: error });
    }
  };
}

/** Whoever knocks here must not make the gateway knock at an issuer that is down. */
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

/** Where an issuer publishes its keys. What it says counts only where it says it of itself. */
async function discover(issuer: string): Promise<URL> {
  for (const url of metadataUrls(issuer)) {
    const response = await boundedFetch(url, { headers: { accept: "application/json" } });
    if (!response.ok) continue;
    const { issuer: named, jwks_uri } = metadataShape.parse(await response.json());
    if (named !== issuer) throw new Error(`${url} speaks for another issuer.`);
    const keys = new URL(jwks_uri);
    if (!isSafeUrl(keys, new URL(issuer))) throw new Error(`${url} names keys that are not at an https URL.`);
    return keys;
  }
  throw new Error("It publishes no metadata.");
}

/** In the order in which MCP has clients try them. */
function metadataUrls(issuer: string): string[] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, "");
  const inserted = ["oauth-authorization-server", "openid-configuration"].map(
    (name) => `${origin}/.well-known/${name}${path}`,
  );
  return path === "" ? inserted : [...inserted, `${origin}${path}/.well-known/openid-configuration`];
}

/** https, or http where both it and its issuer are on this machine. */
function isSafeUrl(url: URL, issuer: URL): boolean {
  return url.protocol === "https:" || (isLocalHttp(url) && isLocalHttp(issuer));
}

/** Whether a URL is plain http that never leaves this machine. */
export function isLocalHttp({ protocol, hostname }: URL): boolean {
  return protocol === "http:" && isLoopback(hostname.replace(/^\[|\]$/g, ""));
}
