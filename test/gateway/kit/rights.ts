import { type MadeServer, type TestGateway } from "./gateway.js";

export interface BusyServer extends MadeServer {
  readonly account: string;
  readonly apiToken: string;
  readonly apiTokenId: string;
}

export type Config = Readonly<Record<string, unknown>>;

/** A right that a call has when it begins, how it is taken away, and how the answer says so. */
export interface Row {
  readonly config?: Config;
  readonly take: (on: TestGateway, server: BusyServer) => Promise<unknown>;
  readonly says: RegExp;
  /** Whether an open stream ends too. Its messages follow new settings by themselves. */
  readonly endsStreams: boolean;
}

const pathOf = ({ account, id }: BusyServer) => `/integrated-account/${account}/mcp/${id}`;
const patch = (config: Config) => (on: TestGateway, server: BusyServer) =>
  on.ask("PATCH", pathOf(server), { config });

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
    take: (on, { apiTokenId }) => on.ask("DELETE", `/api-tokens/${apiTokenId}`),
    says: /API token of this request was revoked/,
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
