import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { readSettings } from "../../../gateway/settings.js";
import { startApiStub, type ApiStub } from "./api-stub.js";
import { createClock } from "./clock.js";
import { makeAccount, makeServer, startTestGateway, type MadeServer, type TestGateway } from "./gateway.js";
import { startIssuer, type TestIssuer } from "./issuer.js";
import type { StoreKind, useStores } from "./stores.js";

export interface BusyServer extends MadeServer {
  readonly account: string;
  readonly apiToken: string;
  readonly apiTokenId: string;
  /** Of an issuer that the gateway accepts. */
  readonly accessToken: string;
}

export type Config = Readonly<Record<string, unknown>>;

/** A right that a call has when it begins, how it is taken away, and how the answer says so. */
export interface Row {
  readonly config?: Config;
  /** What a request shows with the URL. */
  readonly shows?: "apiToken" | "accessToken";
  readonly take: (on: TestGateway, server: BusyServer) => Promise<unknown>;
  readonly says: RegExp;
  /** Whether an open stream ends too. Its messages follow new settings by themselves. */
  readonly endsStreams: boolean;
}

const pathOf = ({ account, id }: BusyServer) => `/integrated-account/${account}/mcp/${id}`;
const patch = (config: Config) => (on: TestGateway, server: BusyServer) =>
  on.ask("PATCH", pathOf(server), { config });

/** How long they are valid, in minutes. All of it is by the gateway's clock. */
const validFor = { apiToken: 30, accessToken: 60, server: 120 };
const clock = createClock();
const passes = (minutes: number) => async () => clock.pass((minutes + 1) * 60_000);

export const rows: Readonly<Record<string, Row>> = {
  "the server URL is revoked": {
    take: (on, server) => on.ask("DELETE", pathOf(server)),
    says: /server URL was revoked/,
    endsStreams: true,
  },
  "the token is rotated without overlap": {
    take: (on, server) => on.ask("POST", `${pathOf(server)}/rotate`, { overlap_seconds: 0 }),
    says: /server URL was revoked or has expired/,
    endsStreams: true,
  },
  "the account is deleted": {
    take: (on, { account }) => on.ask("DELETE", `/integrated-account/${account}`),
    says: /server URL was revoked/,
    endsStreams: true,
  },
  "the API token is revoked": {
    config: { require_api_token_auth: true },
    shows: "apiToken",
    take: (on, { apiTokenId }) => on.ask("DELETE", `/api-tokens/${apiTokenId}`),
    says: /API token of this request was revoked/,
    endsStreams: true,
  },
  "the API token expires": {
    config: { require_api_token_auth: true },
    shows: "apiToken",
    take: passes(validFor.apiToken),
    says: /API token of this request was revoked or has expired/,
    endsStreams: true,
  },
  "the access token expires": {
    config: { oauth: { scopes: { use: {} } } },
    shows: "accessToken",
    take: passes(validFor.accessToken),
    says: /access token of this request has expired/,
    endsStreams: true,
  },
  "the server URL expires": {
    take: passes(validFor.server),
    says: /server URL was revoked or has expired/,
    endsStreams: true,
  },
  "an API token becomes required": {
    take: patch({ require_api_token_auth: true }),
    says: /now requires an API token/,
    endsStreams: true,
  },
  "the methods are narrowed to reading": {
    take: patch({ methods: ["read"] }),
    says: /no longer allows this tool/,
    endsStreams: false,
  },
  "the tool is denied": {
    take: patch({ tools: { deny: ["create_incident"] } }),
    says: /no longer allows this tool/,
    endsStreams: false,
  },
  "approval becomes required": {
    take: patch({ confirm: "write" }),
    says: /now needs approval/,
    endsStreams: false,
  },
  "the account's key changes": {
    take: (on, { account }) =>
      on.ask("PATCH", `/integrated-account/${account}`, { api_key: "fhb-another", verify: false }),
    says: /key or the address .* changed/,
    endsStreams: false,
  },
};

export let on: TestGateway;
export let stub: ApiStub;
let issuer: TestIssuer;
let made = 0;

/** The gateway and the API of a describe block. */
export function useGatewayOn(kind: StoreKind, settingsOf: ReturnType<typeof useStores>): void {
  beforeAll(async () => {
    stub = await startApiStub();
    issuer = await startIssuer();
    const { oauth } = readSettings({ STANDPIPE_OAUTH_ISSUERS: issuer.url });
    on = await startTestGateway({
      settings: { ...(await settingsOf(kind)), baseUrls: [stub.url], oauth },
      clock,
    });
  });
  beforeEach(() => {
    clock.set(0);
    stub.arrived.length = 0;
    stub.held = undefined;
    stub.reply = () => undefined;
  });
  afterAll(async () => {
    await on.stop();
    await Promise.all([stub.close(), issuer.close()]);
  });
}

export async function makeBusyServer(config: Config = {}): Promise<BusyServer> {
  const account = await makeAccount(on, stub.url, `Acme${++made}`);
  const server = await makeServer(on, account, config, { expires_at: inMinutes(validFor.server) });
  const input = { name: "key", expires_at: inMinutes(validFor.apiToken) };
  const { body } = await on.ask<{ id: string; token: string }>("POST", "/api-tokens", input);
  const exp = Date.parse(inMinutes(validFor.accessToken)) / 1000;
  const accessToken = await issuer.sign({ aud: `${on.url}/mcp/${server.id}`, scope: "use", exp });
  return { ...server, account, apiToken: body.token, apiTokenId: body.id, accessToken };
}

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

/** What a request shows with the URL. */
export const shownFor = ({ shows }: Row, server: BusyServer): Record<string, string> =>
  shows ? { authorization: `Bearer ${server[shows]}` } : {};

/** An open stream of HTTP+SSE. It has ended once `ended` resolves. */
export async function oldStream(url: string, headers: Record<string, string> = {}) {
  const transport = new SSEClientTransport(new URL(url), {
    fetch: (to, init) => {
      const all = new Headers(init?.headers);
      for (const [name, value] of Object.entries(headers)) all.set(name, value);
      return fetch(to, { ...init, headers: all });
    },
  });
  const client = new Client({ name: "old", version: "1" });
  const ended = new Promise<void>((resolve) => (client.onerror = () => resolve()));
  await client.connect(transport);
  return { ended: ended.finally(() => client.close()) };
}
