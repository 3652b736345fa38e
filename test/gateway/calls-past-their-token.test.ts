import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createConsent } from "../../gateway/consent/consent.js";
import { decideApproval } from "../../gateway/consent/decisions.js";
import { readSettings } from "../../gateway/settings.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { createClock } from "./kit/clock.js";
import { call, makeAccount, makeServer, startTestGateway, type TestGateway } from "./kit/gateway.js";
import { startIssuer, type TestIssuer } from "./kit/issuer.js";

/* A call has the access token of its request. If it waits past the end of that token, it is not sent, whatever its client has by then. */
const clock = createClock();
let stub: ApiStub;
let issuer: TestIssuer;
let on: TestGateway;
let account: string;

const oauth = { scopes: { all: {} }, without_token: true };
/** More than the tolerance of clocks past the end of a token that is valid for a minute. */
const pastItsEnd = 2 * 60_000;

beforeAll(async () => {
  [stub, issuer] = [await startApiStub(), await startIssuer()];
  on = await startTestGateway({
    settings: { baseUrls: [stub.url], oauth: readSettings({ STANDPIPE_OAUTH_ISSUERS: issuer.url }).oauth },
    clock,
    consent: createConsent,
  });
  account = await makeAccount(on, stub.url);
});
afterEach(() => {
  clock.set(0);
  stub.reply = () => undefined;
  stub.arrived.length = 0;
});
afterAll(async () => {
  await on.stop();
  await Promise.all([issuer.close(), stub.close()]);
});

/** A server URL, and access tokens for it that are valid for so many minutes. */
async function serverUrl(config: object) {
  const { id } = await makeServer(on, account, { oauth, surface: "full", ...config });
  const url = `${on.url}/mcp/${id}`;
  const token = (minutes: number) => {
    const exp = Math.floor(Date.now() / 1000) + minutes * 60;
    return issuer.sign({ aud: url, sub: "ada", client_id: "desk", scope: "all", exp });
  };
  return { url, token };
}

const sent = (method: string) => stub.arrived.filter((one) => one.method === method).length;
const expired = "The access token of this request has expired";

describe("a call that waits past the end of its access token is not sent", () => {
  it("when its user approves it later, and its client has a new token by then", async () => {
    const { url, token } = await serverUrl({ confirm: "write", confirm_by: "client" });
    let shown = await token(1);
    const renewed = await token(30);
    const transport = new StreamableHTTPClientTransport(new URL(url), {
      fetch: (to, init) => {
        const headers = new Headers(init?.headers);
        headers.set("authorization", `Bearer ${shown}`);
        return fetch(to, { ...init, headers });
      },
    });
    const client = new Client({ name: "desk", version: "1" }, { capabilities: { elicitation: {} } });
    client.setRequestHandler(ElicitRequestSchema, () => {
      clock.set(pastItsEnd);
      shown = renewed;
      return { action: "accept", content: { approve: true } };
    });
    await client.connect(transport);
    const answered = await client.callTool({ name: "create_team", arguments: { name: "Late" } });
    await client.close();
    expect(JSON.stringify(answered)).toContain(expired);
    expect(sent("POST")).toBe(0);
  });

  it("when a person approved it on the page, and it waits for its turn then", async () => {
    const { url, token } = await serverUrl({ confirm: ["list_teams"] });
    const callAs = async (minutes: number) =>
      call(url, "list_teams", {}, { authorization: `Bearer ${await token(minutes)}` });
    const asked = await callAs(1);
    const link = /approvals\/(apr_\w+)/.exec(asked.text)![1]!;
    await decideApproval(on.gateway.core, link, "approved", { actor: "Grace", requestId: "test" });
    stub.reply = () => ({ status: 429, value: {} });
    const waiting = callAs(1);
    await expect.poll(() => sent("GET")).toBe(1);
    clock.set(pastItsEnd);
    expect((await waiting).text).toContain(expired);
    expect(sent("GET")).toBe(1);
  });

  it("when it runs as a task", async () => {
    const { url, token } = await serverUrl({});
    const tasks = "io.modelcontextprotocol/tasks";
    const _meta = {
      "io.modelcontextprotocol/protocolVersion": "2026-07-28",
      "io.modelcontextprotocol/clientInfo": { name: "test", version: "1" },
      "io.modelcontextprotocol/clientCapabilities": { extensions: { [tasks]: {} } },
    };
    const send = async (method: string, name: string, params: object, minutes: number) => {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          authorization: `Bearer ${await token(minutes)}`,
          "content-type": "application/json",
          accept: "application/json, text/event-stream",
          "mcp-protocol-version": "2026-07-28",
          "mcp-method": method,
          "mcp-name": name,
        },
        body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params: { ...params, _meta } }),
      });
      const text = await response.text();
      const { result } = JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text) as { result: Task };
      return result;
    };
    interface Task {
      readonly taskId: string;
      readonly status: string;
    }
    const id = "00000000-0000-4000-8000-000000000001";
    const args = { audience_id: id, incident_id: id, wait_seconds: 60 };
    const name = "generate_audience_summary";
    const { taskId } = await send("tools/call", name, { name, arguments: args }, 1);
    await expect.poll(() => sent("GET")).toBeGreaterThan(0);
    clock.set(pastItsEnd);
    const now = () => send("tasks/get", taskId, { taskId }, 30);
    await expect.poll(async () => (await now()).status, { timeout: 20_000 }).not.toBe("working");
    const polls = sent("GET");
    expect(JSON.stringify(await now())).toContain(expired);
    expect(sent("GET")).toBe(polls);
  });
});
