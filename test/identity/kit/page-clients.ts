import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Client as FirstClient } from "@modelcontextprotocol/sdk/client/index.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";
import { StreamableHTTPClientTransport as FirstTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import {
  ElicitationCompleteNotificationSchema,
  ElicitRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";

/** What a client shows its person. */
export interface ShownPage {
  readonly mode?: string;
  readonly message: string;
  readonly url?: string;
  readonly elicitationId?: string;
}

/** The person at a client: what they see, and what they answer. */
export interface AtClient {
  /** The client's capabilities; by default it opens pages and shows no forms. */
  readonly elicitation?: Readonly<Partial<Record<"form" | "url", Record<string, never>>>>;
  answer(page: ShownPage): "accept" | "decline" | "cancel";
  /** The client hears that the person has finished. */
  done?(elicitationId: string): void;
}

/** A client that calls tools of a server URL with an access token. */
export interface PageClient {
  call(tool: string, args: Readonly<Record<string, unknown>>): Promise<Called>;
  list(): Promise<Called>;
  close(): Promise<void>;
}

interface Called {
  readonly text: string;
  readonly isError: boolean;
}

interface Target {
  readonly url: string;
  readonly token: string;
  readonly fetch?: typeof fetch;
}

const info = { name: "test", version: "1" };
const capabilitiesOf = ({ elicitation = { url: {} } }: AtClient) => ({ capabilities: { elicitation } });
const optionsOf = ({ token, fetch }: Target) => ({
  requestInit: { headers: { authorization: `Bearer ${token}` } },
  ...(fetch ? { fetch } : {}),
});

/** Connects clients, by their kind. */
export const pageClients: Readonly<Record<string, (to: Target, at: AtClient) => Promise<PageClient>>> = {
  "sdk 1.x over HTTP": (to, at) => first(new FirstTransport(new URL(to.url), optionsOf(to)), at),
  "sdk 1.x over SSE": (to, at) =>
    first(new SSEClientTransport(new URL(to.url.replace("/mcp/", "/sse/")), optionsOf(to)), at),
  "client 2.x, revisions before 2026-07-28": (to, at) => second("legacy", to, at),
  "client 2.x, 2026-07-28": (to, at) => second({ pin: "2026-07-28" }, to, at),
};

async function first(transport: FirstTransport | SSEClientTransport, at: AtClient): Promise<PageClient> {
  const client = new FirstClient(info, capabilitiesOf(at));
  client.setRequestHandler(ElicitRequestSchema, ({ params }) => ({ action: at.answer(params) }));
  client.setNotificationHandler(ElicitationCompleteNotificationSchema, ({ params }) =>
    at.done?.(params.elicitationId),
  );
  await client.connect(transport);
  return clientOf(client as unknown as Client);
}

async function second(mode: "legacy" | { pin: string }, to: Target, at: AtClient): Promise<PageClient> {
  const client = new Client(info, { versionNegotiation: { mode }, ...capabilitiesOf(at) });
  client.setRequestHandler("elicitation/create", ({ params }) => ({ action: at.answer(params) }));
  client.setNotificationHandler("notifications/elicitation/complete", ({ params }) =>
    at.done?.(params.elicitationId),
  );
  await client.connect(new StreamableHTTPClientTransport(new URL(to.url), optionsOf(to)));
  return clientOf(client);
}

function clientOf(client: Client): PageClient {
  const call: PageClient["call"] = async (tool, args) => {
    const result = (await client.callTool({ name: tool, arguments: args })) as unknown as {
      readonly content: [{ readonly text: string }];
      readonly isError?: boolean;
    };
    return { text: result.content[0].text, isError: result.isError ?? false };
  };
  return { call, list: () => call("list_teams", {}), close: () => client.close() };
}
