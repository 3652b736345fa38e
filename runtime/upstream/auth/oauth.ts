import type * as OAuth from "oauth4webapi";
import { tokensFrom, type Credentials, type OAuthScheme } from "../../contract/auth.js";
import { Fault } from "../../contract/fault.js";
import type { CancelSignal } from "../../contract/cancellation.js";
import { isLoopback, optionsFor, tokenServer } from "./token-server.js";

/** Access tokens of one client: fetched when they are needed, kept until shortly before they expire. */
export interface Tokens {
  /** @throws Fault, or the signal's reason */
  take(signal: CancelSignal): Promise<string>;
  /** Forgets a token that the API refused, so that the next call fetches another. False where it is none of these. */
  forget(token: string | undefined): boolean;
  /** The tokens of late, so that nothing shows them. */
  seen(): readonly string[];
}

interface Held {
  readonly token: string;
  /** On Date's clock; a token without a lifetime is kept until the API refuses it. */
  readonly until: number;
}

/** A token is renewed this long before it expires, or at nine tenths of a short life. */
const EARLY_MS = 30_000;
const MOST_SEEN = 10;

export function createTokens(scheme: OAuthScheme, credentials: Credentials, title: string): Tokens {
  let held: Held | undefined;
  let fetching: Promise<Held> | undefined;
  let refresh = credentials[scheme.variables.refresh];
  const seen = new Set<string>();

  async function fetched(): Promise<Held> {
    const answer = await request(scheme, credentials, refresh).catch((error: unknown) => {
      throw faultOf(error, scheme, title);
    });
    refresh = answer.refresh_token ?? refresh;
    for (const secret of [answer.access_token, answer.refresh_token]) if (secret) seen.add(secret);
    for (const old of [...seen].slice(0, -MOST_SEEN)) seen.delete(old);
    const lifeMs = (answer.expires_in ?? Infinity) * 1000;
    const until = Date.now() + lifeMs - Math.min(EARLY_MS, lifeMs / 10);
    return (held = { token: answer.access_token, until: Number.isNaN(until) ? Infinity : until });
  }

  return {
    async take(signal) {
      signal.throwIfAborted();
      if (held && Date.now() < held.until) return held.token;
      // Calls that need a token at the same time wait for one request.
      fetching ??= fetched().finally(() => (fetching = undefined));
      const { token } = await Promise.race([fetching, aborted(signal)]);
      return token;
    },
    forget(token) {
      // Another call may have renewed it meanwhile.
      if (held?.token === token) held = undefined;
      return token !== undefined;
    },
    seen: () => [...seen],
  };
}

function aborted(signal: CancelSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
}

/**
 * Asks the token endpoint: with a refresh token where there is one, otherwise with the client's own credentials. Some
 * endpoints take the secret in the header and some in the body; the header is tried first.
 */
async function request(
  scheme: OAuthScheme,
  credentials: Credentials,
  refresh: string | undefined,
): Promise<OAuth.TokenEndpointResponse> {
  const oauth = await import("oauth4webapi");
  const secret = credentials[scheme.variables.secret];
  if (secret === undefined) return exchange(oauth, oauth.None());
  try {
    return await exchange(oauth, oauth.ClientSecretBasic(secret));
  } catch (error) {
    if (!isClientRefused(oauth, error)) throw error;
    return exchange(oauth, oauth.ClientSecretPost(secret));
  }

  async function exchange(lib: typeof oauth, method: OAuth.ClientAuth) {
    const server = await tokenServer(lib, scheme);
    const client = { client_id: credentials[scheme.variables.id]! };
    const parameters = new URLSearchParams(
      scheme.scopes.length > 0 ? { scope: scheme.scopes.join(" ") } : {},
    );
    const options = optionsFor(lib, new URL(server.token_endpoint!));
    if (refresh === undefined) {
      const answer = await lib.clientCredentialsGrantRequest(server, client, method, parameters, options);
      return lib.processClientCredentialsResponse(server, client, answer);
    }
    const answer = await lib.refreshTokenGrantRequest(server, client, method, refresh, options);
    return lib.processRefreshTokenResponse(server, client, answer);
  }
}

function isClientRefused({ ResponseBodyError, WWWAuthenticateChallengeError }: typeof OAuth, error: unknown) {
  if (error instanceof ResponseBodyError) return error.error === "invalid_client";
  return error instanceof WWWAuthenticateChallengeError;
}

/** What went wrong, without any text of the token endpoint: it may repeat a secret. */
function faultOf(error: unknown, scheme: OAuthScheme, title: string): Fault {
  if (error instanceof Fault) return error;
  const { variables } = scheme;
  const { host, protocol, hostname } = new URL(tokensFrom(scheme)!);
  const { status, error: code } = (error ?? {}) as { status?: unknown; error?: unknown };
  if (typeof status === "number") {
    const why =
      typeof code === "string" && /^[a-z_]{1,40}$/.test(code) ? `${status}, ${code}` : String(status);
    return new Fault({
      kind: "credentials",
      message: `The token endpoint of ${title} at ${host} refused to give an access token (${why}). The call was not sent.`,
      next:
        "Calling again won't help: the server's operator must check " +
        `${variables.id}, and ${variables.secret} or ${variables.refresh}.`,
    });
  }
  const isPlain = protocol === "http:" && !isLoopback(new URL(`http://${hostname}`));
  return new Fault({
    kind: isPlain ? "credentials" : "unreachable",
    message: isPlain
      ? `The token endpoint of ${title} at ${host} has no TLS, so no secret is sent there. The call was not sent.`
      : `No access token came from the token endpoint of ${title} at ${host}. The call was not sent.`,
    next: isPlain ? "The server's operator must name an https token endpoint." : "Call again later.",
  });
}
