/*
 * An OpenID provider as a process of its own, with the traits of a product. The test starts it with `fork` and sends its
 * set-up as one message.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { decodeProtectedHeader } from "jose";
import { Provider, type Context } from "oidc-provider";
import type { Product, ProviderSetUp, SetUpPerson } from "./own-process.js";

const server = createServer();
let people: Readonly<Record<string, SetUpPerson>> = {};

/** What the claims of a person look like. */
const claimsOf: Readonly<Record<Product, (name: string, person: SetUpPerson) => object>> = {
  // Groups are object ids. Above 200 of them, the token says only where to ask.
  entra: (name, { groups }) => ({
    preferred_username: `${name}@contoso.example`,
    tid: "0b6f7c7e-5b0a-4f8e-9c58-7a1f0f1f3c11",
    oid: `oid-of-${name}`,
    ...(groups.length > 200
      ? { _claim_names: { groups: "src1" }, _claim_sources: { src1: { endpoint: "https://graph.example" } } }
      : { groups }),
  }),
  okta: (name, { groups }) => ({ preferred_username: name, groups }),
  keycloak: (name, { groups }) => ({ preferred_username: name, groups }),
};

/** How the product is set up. None of them lets clients register themselves. */
const traits: Readonly<Record<Product, object>> = {
  entra: {
    claims: {
      openid: ["sub", "tid", "oid", "groups", "_claim_names", "_claim_sources"],
      profile: ["preferred_username"],
    },
    // Claims are in the ID token, and the user info has none of them.
    conformIdTokenClaims: false,
    subjectTypes: ["pairwise"],
    pairwiseIdentifier: (_: Context, account: string, client: { clientId: string }) =>
      `${account} at ${client.clientId}`,
    clientAuthMethods: ["private_key_jwt"],
  },
  okta: {
    // Groups come with their own scope, and only in the user info.
    claims: { openid: ["sub"], profile: ["preferred_username"], groups: ["groups"] },
    scopes: ["openid", "groups"],
    clientAuthMethods: ["client_secret_basic", "private_key_jwt"],
  },
  keycloak: {
    claims: { openid: ["sub", "groups"], profile: ["preferred_username"] },
    conformIdTokenClaims: false,
    clientAuthMethods: ["client_secret_post"],
  },
};

const paths: Readonly<Record<Product, string>> = {
  entra: "/0b6f7c7e-5b0a-4f8e-9c58-7a1f0f1f3c11/v2.0",
  okta: "",
  keycloak: "/realms/acme",
};

type ProviderRequest = Parameters<ReturnType<Provider["callback"]>>[0] & {
  originalUrl?: string;
  body?: object;
};

function start({ product, client, thumbprint }: ProviderSetUp, issuer: string): void {
  const provider = new Provider(issuer, {
    clients: [client],
    findAccount: (_: Context, accountId: string) => ({
      accountId,
      claims: () => ({
        sub: `id-of-${accountId}`,
        ...claimsOf[product](accountId, people[accountId] ?? { groups: [] }),
      }),
    }),
    features: { backchannelLogout: { enabled: product === "keycloak" }, registration: { enabled: false } },
    // Its own fetch refuses addresses of this machine.
    fetch: (url: URL, { method, headers, body }: RequestInit) => fetch(url, { method, headers, body }),
    cookies: { keys: ["of-the-tests"] },
    ...traits[product],
  });
  const answer = provider.callback();
  const path = paths[product];
  server.on("request", async (request: ProviderRequest, response) => {
    if (!request.url!.startsWith(path)) return response.writeHead(404).end();
    request.originalUrl = request.url!;
    request.url = request.url!.slice(path.length);
    if (thumbprint !== undefined && request.url === "/token") {
      const fields = new URLSearchParams(await text(request));
      request.body = Object.fromEntries(fields);
      const header = decodeProtectedHeader(fields.get("client_assertion") ?? "");
      if (header["x5t#S256"] !== thumbprint)
        return response.writeHead(401).end(JSON.stringify({ error: "invalid_client" }));
    }
    return answer(request, response);
  });
}

server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  const urlOf = (product: Product) => `http://127.0.0.1:${port}${paths[product]}`;
  process.on("message", (message: { product: Product } | ProviderSetUp) => {
    if ("client" in message) {
      people = message.people;
      start(message, urlOf(message.product));
      return void process.send!({ isReady: true });
    }
    return void process.send!({ issuer: urlOf(message.product) });
  });
  process.send!({ isListening: true });
});
process.on("disconnect", () => process.exit());
