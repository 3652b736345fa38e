import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MadeServer } from "../gateway/kit/gateway.js";
import { programOf } from "../gateway/kit/program-road.js";
import { useStores } from "../gateway/kit/stores.js";
import { openOwnKeys, type OwnKeysScene, type Somebody } from "./kit/own-keys.js";
import { pageClients, type AtClient, type ShownPage } from "./kit/page-clients.js";

/* Calls of a person without an own key that a program makes, or that run as a task. */
const settingsOf = useStores();

describe("a person without an own key", () => {
  let scene: OwnKeysScene;
  let ann: Somebody;
  let people = 0;
  beforeAll(async () => {
    scene = await openOwnKeys(await settingsOf("sqlite"));
  });
  afterAll(() => scene?.close());
  beforeEach(async () => {
    ann = await scene.somebody(`ann${(people += 1)}`);
    scene.stub.arrived.length = 0;
    scene.stub.reply = () => undefined;
  });

  const link = () => `${scene.on.url}/own-keys/${scene.account}`;

  describe.each(Object.keys(pageClients))("whose program calls a tool, at %s", (how) => {
    const program = programOf("list_teams", {});
    let server: MadeServer;
    beforeAll(async () => {
      server = await scene.addServer(scene.account, { surface: "code" });
    });

    async function run(at: AtClient) {
      const to = { url: `${scene.on.url}/mcp/${server.id}`, token: await ann.token(server) };
      const client = await pageClients[how]!(to, at);
      return client.call("run_read", { program }).finally(() => client.close());
    }

    it("is asked to open the page, and the program runs with the key they deposit there", async () => {
      const pages: ShownPage[] = [];
      const { text, isError } = await run({
        answer(page) {
          pages.push(page);
          void ann.deposit(scene.account, `fhb-of-${ann.name}`);
          return "accept";
        },
      });
      expect(isError, text).toBe(false);
      expect(text).toContain(`as of-${ann.name}`);
      expect(pages).toMatchObject([{ mode: "url", url: link() }]);
      expect(new Set(scene.stub.arrived.map(({ key }) => key))).toEqual(new Set([`fhb-of-${ann.name}`]));
    });

    it("gets the link where they refuse, and nothing is sent", async () => {
      const { text, isError } = await run({ answer: () => "decline" });
      expect(isError).toBe(true);
      expect(text).toContain("this person has none");
      expect(text).toContain(link());
      expect(scene.stub.arrived).toEqual([]);
    });

    it("gets the link where the client opens no pages, and nothing is sent", async () => {
      const { text, isError } = await run({ elicitation: { form: {} }, answer: () => "cancel" });
      expect(isError).toBe(true);
      expect(text).toContain(link());
      expect(scene.stub.arrived).toEqual([]);
    });
  });

  describe("whose call would run as a task", () => {
    const id = "00000000-0000-4000-8000-000000000001";
    const name = "generate_audience_summary";
    const call = { name, arguments: { audience_id: id, incident_id: id, wait_seconds: 60 } };
    const tasks = { extensions: { "io.modelcontextprotocol/tasks": {} } };

    async function send(method: string, target: string, params: object, capabilities: object = tasks) {
      const _meta = {
        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientInfo": { name: "test", version: "1" },
        "io.modelcontextprotocol/clientCapabilities": capabilities,
      };
      const response = await fetch(`${scene.on.url}/mcp/${scene.server.id}`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${await ann.token(scene.server)}`,
          "content-type": "application/json",
          accept: "application/json, text/event-stream",
          "mcp-protocol-version": "2026-07-28",
          "mcp-method": method,
          "mcp-name": target,
        },
        body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params: { ...params, _meta } }),
      });
      const text = await response.text();
      const { result } = JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text) as {
        result: { readonly taskId: string; readonly status: string; readonly requestState: string };
      };
      return { text, ...result };
    }

    it("gets the link at once where the client opens no pages, and no task", async () => {
      const { text, taskId } = await send("tools/call", name, call);
      expect(text).toContain(link());
      expect(taskId).toBeUndefined();
      expect(scene.stub.arrived).toEqual([]);
    });

    it("is asked to open the page, and the task goes on with the key they deposit there", async () => {
      const able = { ...tasks, elicitation: { url: {} } };
      const asked = await send("tools/call", name, call, able);
      expect(asked.text).toContain('"input_required"');
      expect(asked.text).toContain(`"url":"${link()}"`);
      const { requestState } = asked;
      const inputResponses = { page: { action: "accept" } };
      const task = await send("tools/call", name, { ...call, requestState, inputResponses }, able);
      expect(task.status, task.text).toBe("working");
      expect(scene.stub.arrived).toEqual([]);
      await ann.deposit(scene.account, `fhb-of-${ann.name}`);
      await expect.poll(() => scene.stub.arrived.some(({ method }) => method === "POST")).toBe(true);
      const value = { id: id.replace(/.$/, "f"), content: "All is well again." };
      scene.stub.reply = ({ method }) => (method === "GET" ? { status: 200, value } : undefined);
      const { taskId } = task;
      const now = () => send("tasks/get", taskId, { taskId }, able);
      await expect
        .poll(async () => (await now()).status, { timeout: 20_000, interval: 500 })
        .toBe("completed");
      expect((await now()).text).toContain("All is well again.");
      expect(scene.stub.arrived.every(({ key }) => key === `fhb-of-${ann.name}`)).toBe(true);
    });
  });
});
