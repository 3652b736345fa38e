import { createRemoteJWKSet, customFetch as joseFetch, type JWTVerifyGetKey } from "jose";
import * as client from "openid-client";
import { boundedFetch, patienceMs } from "../oauth/bounded-fetch.js";
import { isLocalHttp } from "../oauth/issuer.js";
import { clientAuth, type ClientProof } from "./client-auth.js";
import { readAssertion, type IdentityAssertion } from "./id-assertion.js";
import { identityOf, leavesOutGroups, type Identity } from "./identity.js";
import { readLogoutToken, type EndedAtProvider } from "./logout-token.js";
import { refused, RenewalRefusedError, unavailable } from "./provider-error.js";

/** The operator's settings of the provider where people sign in. */
export interface OidcSettings extends ClientProof {
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: string;
  readonly groupsClaim: string;
  /** A claim that names a person in all applications. Without it, `sub` does, if the provider says so. */
  readonly personClaim?: string;
  /** Accepted difference of clocks, in seconds. */
  readonly clockTolerance: number;
}

/** What the provider's answer must match. It waits in the browser, in an encrypted cookie. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What the provider says about a person. */
interface SignedIn {
  readonly identity: Identity;
  /** Whether the provider left out the person's groups, because they are in too many. */
  readonly hasMoreGroups: boolean;
  /** A refresh token, to ask again. Absent if the provider gives none. */
  readonly renewal?: string;
}

/** An OpenID provider where people sign in. */
export interface Provider {
  readonly issuer: string;
  /** @throws ProviderError */
  begin(redirectUri: string): Promise<{ readonly url: URL; readonly checks: Checks }>;
  /**
   * Exchanges the code in the provider's answer.
   * @param answer the redirect URI as the browser called it
   * @throws ProviderError
   */
  finish(answer: URL, checks: Checks): Promise<SignedIn>;
  /**
   * Asks about a person again, with the refresh token of their sign-in.
   * @throws RenewalRefusedError if the provider refuses it, ProviderError if it does not answer
   */
  renew(refreshToken: string, subject: string): Promise<SignedIn>;
  /** Checks a logout token (OpenID Connect Back-Channel Logout 1.0). @throws Error */
  ended(logoutToken: string): Promise<EndedAtProvider>;
  /** The claim with a person's groups. */
  readonly groupsClaim: string;
  /**
   * Verifies an assertion about a person, for a client at this gateway.
   * @throws ProviderError if the provider does not answer, Error if the assertion is wrong
   */
  asserted(assertion: string, audience: string, now: Date): Promise<IdentityAssertion>;
}

/** How long the provider's metadata counts, and how long it is not asked again after a failure, in milliseconds. */
const believedMs = 600_000;
const coolDownMs = 5_000;

export function createProvider(settings: OidcSettings): Provider {
  const { issuer } = settings;
  const configured = cached(() => discover(settings));
  let keys: { readonly url: string; readonly get: JWTVerifyGetKey } | undefined;
  const keysOf = (url: string) => {
    // One object for all tokens, because it limits how often strangers can make it ask the provider.
    if (keys?.url !== url) keys = { url, get: remoteKeys(url) };
    return keys.get;
  };
  const publishedKeys = async () => {
    const { jwks_uri } = (await configured()).serverMetadata();
    if (jwks_uri === undefined) throw new Error("The provider publishes no keys.");
    return keysOf(jwks_uri);
  };
  return {
    issuer,
    begin: async (redirectUri) => beginSignIn(await configured(), settings, redirectUri),
    async finish(answer, { state, nonce, verifier }) {
      const config = await configured();
      try {
        const tokens = await client.authorizationCodeGrant(config, answer, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        return await signedIn(config, tokens, tokens.claims()!.sub, settings);
      } catch (error) {
        throw refused(error);
      }
    },
    async renew(refreshToken, subject) {
      const config = await configured();
      try {
        const tokens = await client.refreshTokenGrant(config, refreshToken);
        return await signedIn(config, tokens, subject, settings);
      } catch (error) {
        if (error instanceof client.ResponseBodyError && error.error === "invalid_grant")
          throw new RenewalRefusedError("The provider refuses the refresh token.", { cause: error });
        throw unavailable(error);
      }
    },
    ended: async (token) => readLogoutToken(token, await publishedKeys(), settings),
    groupsClaim: settings.groupsClaim,
    asserted: async (assertion, audience, now) =>
      readAssertion(assertion, await publishedKeys(), { ...settings, audience, now }),
  };
}

async function beginSignIn(config: client.Configuration, { scopes }: OidcSettings, redirect_uri: string) {
  const checks = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri,
    scope: scopes,
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: "S256",
  });
  return { url, checks };
}

/** @throws Error if the tokens are about another person */
async function signedIn(
  config: client.Configuration,
  tokens: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers,
  subject: string,
  settings: OidcSettings,
): Promise<SignedIn> {
  const claims = tokens.claims() ?? { sub: subject };
  if (claims.sub !== subject) throw new Error("The provider names another person.");
  const more = await userInfo(config, tokens.access_token, subject);
  const { subject_types_supported = [] } = config.serverMetadata();
  const isPublicSubject = subject_types_supported.join() === "public";
  const all = { ...more, ...claims };
  const identity = identityOf(all, { ...settings, isPublicSubject });
  const hasMoreGroups = leavesOutGroups(all, settings.groupsClaim);
  return { identity, hasMoreGroups, renewal: tokens.refresh_token };
}

/** Groups and names are in the ID token of some providers, and only in the user info of others. */
async function userInfo(config: client.Configuration, accessToken: string, subject: string) {
  if (config.serverMetadata().userinfo_endpoint === undefined) return {};
  return client.fetchUserInfo(config, accessToken, subject);
}

async function discover(settings: OidcSettings): Promise<client.Configuration> {
  const { issuer, clientId, clockTolerance } = settings;
  const url = new URL(issuer);
  return client.discovery(
    url,
    clientId,
    { [client.clockTolerance]: clockTolerance },
    await clientAuth(settings),
    {
      timeout: patienceMs / 1000,
      [client.customFetch]: (to, init) => boundedFetch(to, init),
      // The settings allow plain http only on this machine.
      execute: isLocalHttp(url) ? [client.allowInsecureRequests] : [],
    },
  );
}

function cached(ask: () => Promise<client.Configuration>): () => Promise<client.Configuration> {
  let found: { readonly value: Promise<client.Configuration>; readonly until: number } | undefined;
  return () => {
    if (found && Date.now() < found.until) return found.value;
    const value: Promise<client.Configuration> = ask().catch((error: unknown) => {
      found = { value, until: Date.now() + coolDownMs };
      throw unavailable(error);
    });
    found = { value, until: Date.now() + believedMs };
    return value;
  };
}

function remoteKeys(url: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(url), {
    timeoutDuration: patienceMs,
    [joseFetch]: (href, init) => boundedFetch(href, init),
  });
}
