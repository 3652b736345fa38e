import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Client as FirstClient } from "@modelcontextprotocol/sdk/client/index.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";
import { StreamableHTTPClientTransport as FirstHttpTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { afterAll, beforeAll, expect } from "vitest";
import type { Send } from "../kit/program-road.js";
import { testGateway, type TestGateway } from "../page/kit.js";

/** Receives a question and answers it like a client's user. */
export type User = (message: string) => {
  action: "accept" | "decline" | "cancel";
  content?: { approve: boolean };
};

export const yes = { action: "accept" as const, content: { approve: true } };

interface Caller {
  readonly call: Send;
  close(): Promise<void>;
}

export const info = { name: "test", version: "1" };

export const capabilities = { elicitation: {} };

/** Connects clients, by their kind. */
export type Clients = Readonly<Record<string, (url: string, user?: User) => Promise<Caller>>>;

export const clients: Clients = {
  "sdk 1.x over HTTP": (url, user) => first(new FirstHttpTransport(new URL(url)), user),
  "sdk 1.x over SSE": (url, user) =>
    first(new SSEClientTransport(new URL(url.replace("/mcp/", "/sse/"))), user),
  "client 2.x, revisions before 2026-07-28": (url, user) => second("legacy", url, user),
  "client 2.x, 2026-07-28": (url, user) => second({ pin: "2026-07-28" }, url, user),
};

async function first(transport: FirstHttpTransport | SSEClientTransport, user?: User): Promise<Caller> {
  const client = new FirstClient(info, user ? { capabilities } : {});
  if (user) client.setRequestHandler(ElicitRequestSchema, ({ params }) => user(params.message));
  await client.connect(transport);
  return callerOf(client as unknown as Client);
}

async function second(mode: "legacy" | { pin: string }, url: string, user?: User): Promise<Caller> {
  const client = new Client(info, { versionNegotiation: { mode }, ...(user ? { capabilities } : {}) });
  if (user) client.setRequestHandler("elicitation/create", ({ params }) => user(params.message));
  await client.connect(new StreamableHTTPClientTransport(new URL(url)));
  return callerOf(client);
}

function callerOf(client: Client): Caller {
  return {
    async call(name, args) {
      const given = (await client.callTool({ name, arguments: { ...args } })) as unknown as {
        content: [{ text: string }];
        isError?: boolean;
      };
      return { text: given.content[0].text, isError: given.isError ?? false };
    },
    close: () => client.close(),
  };
}

export let gateway: TestGateway;

beforeAll(async () => void (gateway = await testGateway()));

afterAll(() => gateway.close());

/** The number of teams with a name: the effect of a call, read outside the gateway. */
export async function teamsNamed(name: string): Promise<number> {
  const { url } = await gateway.serverUrl({ surface: "full" });
  const { text, isError } = await withClient(clients["client 2.x, 2026-07-28"]!(url), (client) =>
    client.call("list_teams", { limit: 200 }),
  );
  expect(isError, text).toBe(false);
  return text.split(`"${name}"`).length - 1;
}

export async function withClient<Result>(
  connecting: Promise<Caller>,
  use: (client: Caller) => Promise<Result>,
): Promise<Result> {
  const client = await connecting;
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

export const kindOf = (text: string) => (JSON.parse(text) as { error?: { kind: string } }).error?.kind;

export const linkIn = (text: string) => /\/approvals\/(apr_[0-9a-z]+)/.exec(text)?.[1];

let serial = 0;

export const freshName = () => `Team ${(serial += 1)} of ${process.pid}`;
