import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from "jose";
import { Provider, type Context } from "oidc-provider";
import { submit, type Agent } from "./agent.js";

/** A real OpenID provider, where everyone can sign in by name. */
export interface TestProvider {
  readonly issuer: string;
  readonly settings: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly scopes: string;
    readonly groupsClaim: string;
    readonly clockTolerance: number;
  };
  /** Groups by the name of the person. A test may change them. */
  readonly groups: Map<string, readonly string[]>;
  /** More claims by the name of the person, such as an e-mail address. */
  readonly claims: Map<string, object>;
  /** Registers a gateway, whose URL is only known once it listens. Call it once, before people sign in. */
  register(...gatewayUrls: readonly string[]): void;
  /** An assertion about a person for a client, as the provider signs it (ID-JAG). The claims replace the usual ones. */
  assertion(claims: JWTPayload, header?: { readonly typ?: string }): Promise<string>;
  /** Ends the session of a person's browser at the provider, which reports it to the gateway. */
  signOut(agent: Agent): Promise<void>;
  close(): Promise<void>;
}

interface ProviderOptions {
  /** The path of its issuer, such as `/tenant`. */
  readonly path?: string;
  /** More configuration, which may depend on the gateways' URLs. */
  readonly more?: (configuration: Configuration, urls: readonly string[]) => object;
}

interface Configuration {
  readonly clients: readonly object[];
}

export async function startProvider({ path = "", more }: ProviderOptions = {}): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: "of-the-tests", alg: "RS256", use: "sig" };
  const groups = new Map<string, readonly string[]>();
  const claims = new Map<string, object>();
  const [clientId, clientSecret] = ["standpipe", "secret-of-the-tests"];
  const configuration = (urls: readonly string[]) => ({
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: urls.map((url) => `${url}/sign-in/callback`),
        backchannel_logout_uri: `${urls[0]}/sign-in/ended`,
        backchannel_logout_session_required: true,
      },
    ],
    claims: {
      openid: ["sub"],
      profile: ["preferred_username", "groups"],
      email: ["email", "email_verified"],
    },
    findAccount: (_context: Context, accountId: string) => ({
      accountId,
      claims: () => ({
        sub: `id-of-${accountId}`,
        preferred_username: accountId,
        groups: groups.get(accountId) ?? [],
        ...claims.get(accountId),
      }),
    }),
    jwks: { keys: [jwk] },
    features: { backchannelLogout: { enabled: true } },
    // Its own fetch refuses addresses of this machine.
    fetch: (url: URL, { method, headers, body }: RequestInit) => fetch(url, { method, headers, body }),
    cookies: { keys: ["of-the-tests"] },
  });
  return {
    issuer,
    register(...urls) {
      const base = configuration(urls);
      const answer = new Provider(issuer, { ...base, ...more?.(base, urls) }).callback();
      server.on("request", (request: IncomingMessage & { originalUrl?: string }, response) => {
        if (!request.url!.startsWith(path)) return response.writeHead(404).end();
        request.originalUrl = request.url!;
        request.url = request.url!.slice(path.length);
        return answer(request, response);
      });
    },
    settings: {
      issuer,
      clientId,
      clientSecret,
      scopes: "openid profile email",
      groupsClaim: "groups",
      clockTolerance: 30,
    },
    groups,
    claims,
    assertion(given, header) {
      const now = Math.floor(Date.now() / 1000);
      const usual = { iss: issuer, iat: now, exp: now + 300, jti: randomUUID() };
      return new SignJWT({ ...usual, ...given })
        .setProtectedHeader({ alg: "RS256", kid: jwk.kid, typ: "oauth-id-jag+jwt", ...header })
        .sign(privateKey);
    },
    async signOut(agent) {
      await submit(agent, await agent.open(`${issuer}/session/end`), { logout: "yes" });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
