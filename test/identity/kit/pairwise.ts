import { createHash, randomBytes } from "node:crypto";
import { submit, type Agent } from "./agent.js";
import { startProvider, type TestProvider } from "./provider.js";

/** A tenant of the test's provider, as Microsoft Entra ID has them. */
export const tenant = "11111111-2222-4333-8444-555555555555";

const client = "desk";
const landing = (gatewayUrl: string) => `${gatewayUrl}/desk/callback`;

/**
 * A provider with a client of MCP besides the page. `pairwise` gives each of them another `sub` for the same person,
 * `public` the same one.
 */
export function startTwoClients(subjects: "pairwise" | "public"): Promise<TestProvider> {
  const provider = startProvider({
    path: `/${tenant}/v2.0`,
    more: ({ clients }, urls) => ({
      subjectTypes: [subjects],
      pairwiseIdentifier: (_context: unknown, account: string, { clientId }: { clientId: string }) =>
        `${account}-at-${clientId}`,
      clients: [
        ...clients.map((one) => ({ ...one, subject_type: subjects })),
        {
          client_id: client,
          subject_type: subjects,
          token_endpoint_auth_method: "none",
          redirect_uris: urls.map(landing),
        },
      ],
      claims: {
        openid: ["sub", "tid", "oid"],
        profile: ["preferred_username", "groups"],
        email: ["email", "email_verified"],
      },
      extraTokenClaims: async (_context: unknown, { accountId }: { accountId: string }) =>
        (await provider).claims.get(accountId),
      features: {
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: (_context: unknown, resource: string) => ({
            scope: "calls",
            audience: resource,
            accessTokenFormat: "jwt",
            jwt: { sign: { alg: "RS256" } },
          }),
        },
      },
    }),
  });
  return provider;
}

/** An access token of the client of MCP for a server URL, with the person who is signed in in this browser. */
export async function tokenFor(
  agent: Agent,
  { issuer }: TestProvider,
  { name, gatewayUrl, resource }: { name: string; gatewayUrl: string; resource: string },
): Promise<string> {
  const verifier = randomBytes(32).toString("base64url");
  const asked = new URLSearchParams({
    client_id: client,
    response_type: "code",
    redirect_uri: landing(gatewayUrl),
    scope: "openid calls",
    resource,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });
  let page = await agent.open(`${issuer}/auth?${asked.toString()}`);
  for (let step = 0; step < 4 && page.html.includes('name="prompt"'); step += 1)
    page = await submit(agent, page, { login: name, password: "any" });
  const code = new URL(page.url).searchParams.get("code");
  if (code === null) throw new Error(`No code at ${page.url}: ${page.html.slice(0, 500)}`);
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: client,
    redirect_uri: landing(gatewayUrl),
    code,
    code_verifier: verifier,
    resource,
  });
  const answer = await fetch(`${issuer}/token`, { method: "POST", body });
  const { access_token } = (await answer.json()) as { access_token?: string };
  if (access_token === undefined) throw new Error("The provider gave no access token.");
  return access_token;
}
