import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { decideApproval } from "../../gateway/consent/decisions.js";
import { listWaiting } from "../../gateway/consent/shown-approvals.js";
import { createConsent } from "../../gateway/consent/consent.js";
import { readSettings } from "../../gateway/settings.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { createClock } from "./kit/clock.js";
import { call, makeAccount, makeServer, startTestGateway, type TestGateway } from "./kit/gateway.js";
import { startIssuer, type TestIssuer } from "./kit/issuer.js";

/* Things that last longer than a request: streams of the old SSE transport, and calls that wait for an approval. */
let stub: ApiStub;
let issuer: TestIssuer;
let on: TestGateway;
let account: string;
const clock = createClock();

const oauth = {
  scopes: { read: { methods: ["read"], tags: ["incidents"] }, all: {} },
  without_token: true,
};

beforeAll(async () => {
  stub = await startApiStub();
  issuer = await startIssuer();
  on = await startTestGateway({
    settings: {
      baseUrls: [stub.url],
      oauth: readSettings({ STANDPIPE_OAUTH_ISSUERS: issuer.url }).oauth,
    },
    clock,
    consent: createConsent,
  });
  account = await makeAccount(on, stub.url);
});
afterEach(() => clock.set(0));
afterAll(async () => {
  await on.stop();
  await issuer.close();
  await stub.close();
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe("a stream of the old SSE transport", () => {
  /** A client that sends a given token with each request. */
  async function open(id: string, token: string) {
    let shown = token;
    const transport = new SSEClientTransport(new URL(`${on.url}/sse/${id}`), {
      fetch: (url, init) => {
        const headers = new Headers(init?.headers);
        headers.set("authorization", `Bearer ${shown}`);
        return fetch(url, { ...init, headers });
      },
    });
    const client = new Client({ name: "old", version: "1" });
    await client.connect(transport);
    return {
      client,
      show: (other: string) => void (shown = other),
      names: async () => (await client.listTools()).tools.map(({ name }) => name),
    };
  }

  async function serverAndTokens() {
    const { id } = await makeServer(on, account, { oauth, surface: "full" });
    const sign = (sub: string, scope: string) => issuer.sign({ aud: `${on.url}/mcp/${id}`, sub, scope });
    return { id, sign };
  }

  it("needs an access token to open", async () => {
    const { id, sign } = await serverAndTokens();
    const refused = await fetch(`${on.url}/sse/${id}`);
    expect(refused.status).toBe(401);
    expect(refused.headers.get("www-authenticate")).toContain(`oauth-protected-resource/mcp/${id}"`);
    const { client, names } = await open(id, await sign("ada", "read"));
    expect(await names()).toContain("list_incidents");
    expect(await names()).not.toContain("create_incident");
    await client.close();
  });

  it("continues with a renewed access token, and shows that token's tools", async () => {
    const { id, sign } = await serverAndTokens();
    const { client, show, names } = await open(id, await sign("ada", "read"));
    show(await sign("ada", "all"));
    expect(await names()).toContain("create_incident");
    show(await sign("ada", "read"));
    expect(await names()).not.toContain("create_incident");
    await client.close();
  });

  it("refuses messages of another user, and messages without a token", async () => {
    const { id, sign } = await serverAndTokens();
    const { client, show, names } = await open(id, await sign("ada", "read"));
    show(await sign("grace", "all"));
    await expect(names()).rejects.toThrow("404");
    show("nothing");
    await expect(names()).rejects.toThrow("401");
    await client.close();
  });

  it("ends when its access token expires", async () => {
    const { id, sign } = await serverAndTokens();
    const { client } = await open(id, await sign("ada", "read"));
    const ended = new Promise<void>((resolve) => (client.onerror = () => resolve()));
    clock.set(3_700_000);
    await ended;
    await client.close();
  });
});

describe("a call that a person must approve", () => {
  it("can only be approved by the user who made it", async () => {
    const { id } = await makeServer(on, account, { oauth, confirm: "write" });
    const url = `${on.url}/mcp/${id}`;
    const callAs = async (sub: string, client_id = "desk") => {
      const token = await issuer.sign({ aud: url, scope: "all", sub, client_id });
      const { value } = await call(url, "create_incident", { name: "Down" }, bearer(token));
      return (value as { error?: { kind: string } }).error?.kind ?? "made";
    };
    expect(await callAs("ada")).toBe("approval_needed");
    const [waiting] = await listWaiting(on.gateway.core);
    expect(waiting).toMatchObject({ server_id: id, token_id: null, subject: "oauth:ada" });
    await decideApproval(on.gateway.core, waiting!.id, "approved", { actor: "Grace", requestId: "test" });
    expect(await callAs("grace")).toBe("approval_needed");
    expect(await callAs("ada", "laptop")).toBe("approval_needed");
    expect(await callAs("ada")).toBe("made");
    expect(await callAs("ada")).toBe("approval_needed");
  });

  it("can be answered in the client only by the user who was asked there", async () => {
    const { id } = await makeServer(on, account, {
      ...{ oauth, surface: "full", confirm: "write", confirm_by: "client" },
    });
    const url = `${on.url}/mcp/${id}`;
    const send = async (sub: string, message: object, session?: string) => {
      const token = await issuer.sign({ aud: url, scope: "all", sub, client_id: "desk" });
      const headers = {
        ...bearer(token),
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        ...(session && { "mcp-session-id": session }),
      };
      return fetch(url, { method: "POST", headers, body: JSON.stringify({ jsonrpc: "2.0", ...message }) });
    };
    const capabilities = { elicitation: {} };
    const clientInfo = { name: "desk", version: "1" };
    const begun = await send("ada", {
      ...{ id: 1, method: "initialize" },
      params: { protocolVersion: "2025-06-18", capabilities, clientInfo },
    });
    const session = begun.headers.get("mcp-session-id")!;
    const params = { name: "create_incident", arguments: { name: "Asked" } };
    const called = await send("ada", { id: 2, method: "tools/call", params }, session);
    const events = called.body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = "";
    const hear = async (pattern: RegExp): Promise<string> => {
      for (;;) {
        const found = pattern.exec(heard)?.[1];
        if (found !== undefined) return found;
        heard += (await events.read()).value ?? "";
      }
    };
    const question = await hear(/"id":"(apr_[^"]+)"/);
    const stateOf = async () => {
      const rows = on.gateway.core.store.db.selectFrom("approvals").select("state");
      return (await rows.where("id", "=", question.split(".")[0]!).executeTakeFirstOrThrow()).state;
    };
    const result = { action: "accept", content: { approve: true } };
    expect((await send("eve", { id: question, result }, session)).status).toBe(202);
    const madeUp = `${question.split(".")[0]}.${"A".repeat(43)}`;
    expect((await send("ada", { id: madeUp, result }, session)).status).toBe(202);
    expect(await stateOf()).toBe("pending");
    await send("ada", { id: question, result }, session);
    await hear(/("id":2,"result":.*)/);
    expect(await stateOf()).toBe("used");
    await events.cancel();
    expect(called.status).toBe(200);
  });
});
