import {
  Client,
  StreamableHTTPClientTransport,
  UnauthorizedError,
  type OAuthClientProvider,
  type OAuthDiscoveryState,
  type StoredOAuthClientInformation,
  type StoredOAuthTokens,
} from "@modelcontextprotocol/client";
import { UnauthorizedError as FirstUnauthorizedError } from "@modelcontextprotocol/sdk/client/auth.js";
import { Client as FirstClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as FirstTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Callback } from "./callback.js";

/** The state of a client's sign-in. */
export interface Wallet extends OAuthClientProvider {
  tokens(): StoredOAuthTokens | undefined;
  clientInformation(): StoredOAuthClientInformation | undefined;
  /** The last URL that it opened for its user. */
  sentTo?: URL;
}

/** @param information of a client that the provider knows already; without it the client registers itself */
export function createWallet(redirectUrl: string, information?: StoredOAuthClientInformation): Wallet {
  let tokens: StoredOAuthTokens | undefined;
  let verifier = "";
  let discovered: OAuthDiscoveryState | undefined;
  const wallet: Wallet = {
    redirectUrl,
    clientMetadata: {
      client_name: "Client of a test",
      redirect_uris: [redirectUrl],
      application_type: "native",
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
    },
    clientInformation: () => information,
    saveClientInformation: (given) => void (information = given),
    tokens: () => tokens,
    saveTokens: (given) => void (tokens = given),
    redirectToAuthorization: (url) => void (wallet.sentTo = url),
    saveCodeVerifier: (given) => void (verifier = given),
    codeVerifier: () => verifier,
    saveDiscoveryState: (given) => void (discovered = given),
    discoveryState: () => discovered,
  };
  return wallet;
}

export const oauthClientKinds = ["sdk 1.x", "client 2.x", "client 2.x, 2026-07-28"] as const;

export interface SignedInClient {
  tools(): Promise<string[]>;
  call(name: string, args?: object): Promise<{ text: string; isError?: boolean }>;
  close(): Promise<void>;
}

/**
 * Connects like a client: the server refuses it, its user signs in, and it returns with the code.
 * @param signIn guides the user through the provider's pages, up to the callback
 */
export async function connectSignedIn(
  kind: (typeof oauthClientKinds)[number],
  url: string,
  wallet: Wallet,
  callback: Callback,
  signIn: (page: URL) => Promise<void>,
): Promise<SignedInClient> {
  const opened = open(kind, url, wallet);
  try {
    await opened.connect();
    return opened;
  } catch (error) {
    if (!(error instanceof UnauthorizedError || error instanceof FirstUnauthorizedError)) throw error;
  }
  const brought = callback.next();
  await signIn(wallet.sentTo!);
  await opened.finish(await brought);
  const again = open(kind, url, wallet);
  await again.connect();
  return again;
}

function open(kind: (typeof oauthClientKinds)[number], url: string, wallet: Wallet) {
  const info = { name: "test", version: "1" };
  if (kind === "sdk 1.x") {
    const transport = new FirstTransport(new URL(url), { authProvider: wallet });
    const client = new FirstClient(info);
    return {
      connect: () => client.connect(transport),
      finish: (params: URLSearchParams) => transport.finishAuth(params.get("code")!),
      tools: async () => (await client.listTools()).tools.map(({ name }) => name),
      call: async (name: string, args = {}) =>
        result(await client.callTool({ name, arguments: { ...args } })),
      close: () => client.close(),
    };
  }
  const mode = kind === "client 2.x" ? ("legacy" as const) : { pin: "2026-07-28" };
  const transport = new StreamableHTTPClientTransport(new URL(url), { authProvider: wallet });
  const client = new Client(info, { versionNegotiation: { mode } });
  return {
    connect: () => client.connect(transport),
    finish: (params: URLSearchParams) => transport.finishAuth(params),
    tools: async () => (await client.listTools()).tools.map(({ name }) => name),
    call: async (name: string, args = {}) => result(await client.callTool({ name, arguments: { ...args } })),
    close: () => client.close(),
  };
}

function result(given: unknown): { text: string; isError?: boolean } {
  const { content, isError } = given as { content: [{ text: string }]; isError?: boolean };
  return { text: content[0].text, ...(isError ? { isError } : {}) };
}
