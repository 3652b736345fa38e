import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider, type Context } from "oidc-provider";

/*
 * An OpenID provider in its own process. Any user can sign in. The first access token is valid for a minute, renewed
 * ones for two hours, so a moved clock shows which one a client has.
 */
const server = createServer();
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const groups: Readonly<Record<string, readonly string[]>> = { grace: ["responders"] };

const provider = new Provider(issuer, {
  scopes: ["openid", "offline_access", "incidents:read", "incidents:write"],
  clients: [
    {
      client_id: "desk",
      client_name: "Registered beforehand",
      application_type: "native",
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"],
      redirect_uris: ["http://127.0.0.1/callback"],
    },
  ],
  findAccount: (_context: Context, accountId: string) => ({ accountId, claims: () => ({ sub: accountId }) }),
  extraTokenClaims: (_context: Context, { accountId }: { accountId: string }) => ({
    groups: groups[accountId] ?? [],
  }),
  // The older SDK does not request offline_access, but most providers give it a refresh token anyway.
  issueRefreshToken: () => true,
  features: {
    registration: { enabled: true },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: ({ oidc }: Context, resource: string) => ({
        scope: "incidents:read incidents:write",
        audience: resource,
        accessTokenFormat: "jwt",
        accessTokenTTL: oidc.params?.["grant_type"] === "refresh_token" ? 7_200 : 60,
        jwt: { sign: { alg: "RS256" } },
      }),
    },
  },
  cookies: { keys: ["of-the-tests"] },
});
server.on("request", provider.callback());
console.log(JSON.stringify({ issuer }));
