import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import {
  call,
  makeAccount,
  makeServer,
  pace,
  startTestGateway,
  type MadeServer,
  type TestGateway,
} from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";

/* What opened a call or a stream is checked again: while the call waits, before it is sent, and while the stream is open. */

const settingsOf = useStores();
const deadline = { timeout: 20_000 };

interface BusyServer extends MadeServer {
  readonly account: string;
  readonly apiToken: string;
  readonly apiTokenId: string;
}

type Config = Readonly<Record<string, unknown>>;

/** A right that a call has when it begins, how it is taken away, and how the answer says so. */
interface Row {
  readonly config?: Config;
  readonly take: (on: TestGateway, server: BusyServer) => Promise<unknown>;
  readonly says: RegExp;
  /** Whether an open stream ends too. Its messages follow new settings by themselves. */
  readonly endsStreams: boolean;
}

const pathOf = ({ account, id }: BusyServer) => `/integrated-account/${account}/mcp/${id}`;
const patch = (config: Config) => (on: TestGateway, server: BusyServer) =>
  on.ask("PATCH", pathOf(server), { config });

const rows: Readonly<Record<string, Row>> = {
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
const ending = Object.entries(rows).filter(([, { endsStreams }]) => endsStreams);

describe.each(storeKinds)("when a right is taken away on %s", (kind) => {
  let on: TestGateway;
  let stub: ApiStub;
  let made = 0;

  beforeAll(async () => {
    stub = await startApiStub();
    on = await startTestGateway({ settings: { ...(await settingsOf(kind)), baseUrls: [stub.url] } });
  });
  beforeEach(() => {
    stub.arrived.length = 0;
    stub.held = undefined;
    stub.reply = () => undefined;
  });
  afterAll(async () => {
    await on.stop();
    await stub.close();
  });

  async function makeBusyServer(config: Config = {}): Promise<BusyServer> {
    const account = await makeAccount(on, stub.url, `Acme${++made}`);
    const server = await makeServer(on, account, config);
    const { body } = await on.ask<{ id: string; token: string }>("POST", "/api-tokens", { name: "key" });
    return { ...server, account, apiToken: body.token, apiTokenId: body.id };
  }

  /** What a request shows: an API token only where the server URL requires one. */
  const shownFor = ({ config }: Row, { apiToken }: BusyServer): Record<string, string> =>
    config ? { authorization: `Bearer ${apiToken}` } : {};

  /** Uses up the account's pace until the stub answers again. */
  async function busy({ account }: BusyServer): Promise<() => Promise<void>> {
    const crowd = await makeServer(on, account);
    let release = () => {};
    stub.held = new Promise((resolve) => (release = resolve));
    const before = Array.from({ length: pace.requests }, () => call(crowd.url, "list_incidents"));
    await expect.poll(() => stub.arrived.length, deadline).toBe(pace.requests);
    return async () => {
      release();
      await Promise.all(before);
    };
  }

  it.each(Object.entries(rows))("a write that waits for its turn is not sent: %s", async (_name, row) => {
    const server = await makeBusyServer(row.config);
    const release = await busy(server);
    const waiting = call(server.url, "create_incident", { name: "Late" }, shownFor(row, server));
    // It has begun once its intent is in the log.
    await expect
      .poll(async () => (await logged(server, "create_incident"))[0], deadline)
      .toMatchObject({ outcome: "unknown" });
    await row.take(on, server);
    const { value } = await waiting;
    expect(value).toMatchObject({
      error: { kind: "cancelled", message: expect.stringMatching(row.says), next: expect.any(String) },
    });
    expect(JSON.stringify(value)).toContain("not sent");
    await release();
    expect(stub.arrived.filter(({ method }) => method === "POST")).toEqual([]);
    expect(await logged(server, "create_incident")).toMatchObject([{ outcome: "cancelled" }]);
  });

  async function logged({ id }: BusyServer, tool: string): Promise<{ outcome: string }[]> {
    const query = `/log?server_id=${id}&kind=call&tool=${tool}`;
    return (await on.ask<{ result: { outcome: string }[] }>("GET", query)).body.result;
  }

  it("a read that the API asked to wait is not sent a second time", async () => {
    const server = await makeBusyServer();
    stub.reply = () => ({ status: 429, value: { detail: "wait" } });
    const waiting = call(server.url, "list_incidents");
    await expect.poll(() => stub.arrived.length, deadline).toBe(1);
    await rows["the server URL is revoked"]!.take(on, server);
    expect((await waiting).value).toMatchObject({ error: { kind: "cancelled" } });
    expect(stub.arrived.length).toBe(1);
  });

  it("a write that was sent is answered", async () => {
    const server = await makeBusyServer();
    let release = () => {};
    stub.held = new Promise((resolve) => (release = resolve));
    const sent = call(server.url, "create_incident", { name: "Sent" });
    await expect.poll(() => stub.arrived.length, deadline).toBe(1);
    await rows["the server URL is revoked"]!.take(on, server);
    // The end of another stream shows that a round of checks has passed.
    const other = await makeBusyServer();
    const stream = await oldStream(other.url.replace("/mcp/", "/sse/"));
    await rows["the server URL is revoked"]!.take(on, other);
    await stream.ended;
    release();
    expect((await sent).result?.isError).toBeFalsy();
  });

  async function oldStream(url: string, headers: Record<string, string> = {}) {
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

  it.each(ending)("a stream of HTTP+SSE ends: %s", async (_name, row) => {
    const server = await makeBusyServer(row.config);
    const { ended } = await oldStream(server.url.replace("/mcp/", "/sse/"), shownFor(row, server));
    await row.take(on, server);
    await ended;
  });

  /** Subscribes to changes of lists as a client of revision 2026-07-28 does; the first event has come. */
  async function subscribed(url: string, headers: Record<string, string>) {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        "mcp-protocol-version": "2026-07-28",
        "mcp-method": "subscriptions/listen",
        ...headers,
      },
      body: JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method: "subscriptions/listen",
        params: {
          notifications: { toolsListChanged: true },
          _meta: {
            "io.modelcontextprotocol/protocolVersion": "2026-07-28",
            "io.modelcontextprotocol/clientInfo": { name: "test", version: "1" },
            "io.modelcontextprotocol/clientCapabilities": {},
          },
        },
      }),
    });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const reader = response.body!.getReader();
    expect(Buffer.from((await reader.read()).value).toString()).toContain("acknowledged");
    return async () => {
      while (!(await reader.read().catch(() => ({ done: true }))).done);
    };
  }

  const toSubscriptions = [...ending, ["the tool is denied", rows["the tool is denied"]!]] satisfies [
    string,
    Row,
  ][];
  it.each(toSubscriptions)("a subscription ends: %s", async (_name, row) => {
    const server = await makeBusyServer(row.config);
    const ended = await subscribed(server.url, shownFor(row, server));
    await row.take(on, server);
    await ended();
  });

  it("a GET of Streamable HTTP opens no stream that could stay open", async () => {
    const { url } = await makeBusyServer();
    expect((await fetch(url, { headers: { accept: "text/event-stream" } })).status).toBe(405);
  });
});
