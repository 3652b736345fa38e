import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClock } from "../gateway/kit/clock.js";
import { secretKey } from "../gateway/kit/replicas.js";
import { useStores } from "../gateway/kit/stores.js";
import type { TestGateway } from "../gateway/kit/gateway.js";
import { openOwnKeys, type OwnKeysScene, type Somebody } from "./kit/own-keys.js";
import { pageClients, type AtClient, type PageClient, type ShownPage } from "./kit/page-clients.js";

const settingsOf = useStores();
const modern = "client 2.x, 2026-07-28";

describe("a client that can open pages", () => {
  const clock = createClock();
  let scene: OwnKeysScene;
  let ann: Somebody;
  let count = 0;
  const open: PageClient[] = [];
  beforeAll(async () => {
    scene = await openOwnKeys(await settingsOf("sqlite"), { clock });
  });
  afterAll(() => scene?.close());
  beforeEach(async () => {
    clock.set(0);
    ann = await scene.somebody(`ann${(count += 1)}`);
    scene.stub.arrived.length = 0;
  });
  afterEach(async () => void (await Promise.all(open.splice(0).map((client) => client.close()))));

  const link = () => `${scene.on.url}/own-keys/${scene.account}`;
  const connect = async (how: string, at: AtClient) => {
    const url = `${scene.on.url}/mcp/${scene.server.id}`;
    const client = await pageClients[how]!({ url, token: await ann.token(scene.server) }, at);
    open.push(client);
    return client;
  };

  describe.each(Object.keys(pageClients))("%s", (how) => {
    it("asks the person to open the page, and the call continues with the key they deposit there", async () => {
      const pages: ShownPage[] = [];
      const done: string[] = [];
      const client = await connect(how, {
        answer(page) {
          pages.push(page);
          void ann.deposit(scene.account, `fhb-of-${ann.name}`);
          return "accept";
        },
        done: (id) => done.push(id),
      });
      const { text, isError } = await client.list();
      expect(isError, text).toBe(false);
      expect(text).toContain(`as of-${ann.name}`);
      expect(pages).toMatchObject([{ mode: "url", url: link() }]);
      expect(pages[0]!.message).toContain("FireHydrant with your own key");
      if (how === modern) return;
      await expect.poll(() => done).toEqual([pages[0]!.elicitationId]);
    });

    it("answers with the link after a refusal, and sends nothing", async () => {
      const client = await connect(how, { answer: () => "decline" });
      const { text, isError } = await client.list();
      expect(isError).toBe(true);
      expect(text).toContain("this person has none");
      expect(text).toContain(link());
      expect(scene.stub.arrived).toEqual([]);
    });

    it("answers with the link if the client shows only forms", async () => {
      const asked: ShownPage[] = [];
      const answer = (page: ShownPage) => (asked.push(page), "accept" as const);
      const client = await connect(how, { elicitation: { form: {} }, answer });
      const { text, isError } = await client.list();
      expect([isError, asked]).toEqual([true, []]);
      expect(text).toContain(link());
    });

    it("ends the wait if no key comes, and names the page again", async () => {
      const pages: ShownPage[] = [];
      const client = await connect(how, { answer: (page) => (pages.push(page), "accept") });
      let ended: unknown;
      void client.list().then(
        (result) => (ended = result),
        (error: unknown) => (ended = error),
      );
      await expect.poll(() => pages.length).toBe(1);
      // A client of 2026-07-28 calls again before it waits, so the time passes until it has an answer.
      const isOver = () => {
        clock.pass(301_000);
        return ended !== undefined;
      };
      await expect.poll(isOver, { timeout: 30_000, interval: 1_000 }).toBe(true);
      if (how === modern)
        expect(ended).toMatchObject({ isError: true, text: expect.stringContaining(link()) });
      else {
        const elicitations = [{ mode: "url", url: link(), elicitationId: pages[0]!.elicitationId }];
        expect(ended).toMatchObject({ code: -32042, data: { elicitations } });
      }
      expect(scene.stub.arrived).toEqual([]);
    });
  });

  it("gets the error -32042 if it takes no stream, and its call works after the deposit", async () => {
    const url = `${scene.on.url}/mcp/${scene.server.id}`;
    const authorization = `Bearer ${await ann.token(scene.server)}`;
    const headers = { authorization, accept: "application/json", "content-type": "application/json" };
    const send = async (method: string, params: object, more: object = {}) => {
      const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
      return fetch(url, { method: "POST", headers: { ...headers, ...more }, body });
    };
    const begun = await send("initialize", {
      protocolVersion: "2025-11-25",
      capabilities: { elicitation: { url: {} } },
      clientInfo: { name: "test", version: "1" },
    });
    const session = { "mcp-session-id": begun.headers.get("mcp-session-id")! };
    const call = () => send("tools/call", { name: "list_teams", arguments: {} }, session);
    const { error } = (await (await call()).json()) as { error: { code: number; data: unknown } };
    expect(error).toMatchObject({ code: -32042, data: { elicitations: [{ mode: "url", url: link() }] } });
    await ann.deposit(scene.account, "fhb-later");
    expect(await (await call()).text()).toContain("as later");
  });
});

describe("a client that calls at one replica and answers at the other, on postgres", () => {
  let scene: OwnKeysScene;
  let two: TestGateway;
  let calls = 0;
  beforeAll(async () => {
    const settings = { ...(await settingsOf("postgres")), publicUrl: "https://standpipe.example.com" };
    scene = await openOwnKeys(settings, { env: secretKey });
    two = await scene.start();
  });
  afterAll(async () => {
    await two?.stop();
    await scene?.close();
  });

  const call = async (name: string, at: AtClient) => {
    const { on, server } = scene;
    const split: typeof fetch = (input, init) => {
      const body = typeof init?.body === "string" ? (JSON.parse(init.body) as { method?: string }) : {};
      const isReply = init?.method === "POST" && body.method === undefined;
      return fetch(isReply ? String(input).replace(on.url, two.url) : input, init);
    };
    const token = await (await scene.somebody(name)).token(server);
    const to = { url: `${on.url}/mcp/${server.id}`, token, fetch: split };
    const client = await pageClients["sdk 1.x over HTTP"]!(to, at);
    return client.list().finally(() => client.close());
  };

  it("ends the wait when its person refuses", async () => {
    const { text, isError } = await call("ann", { answer: () => "decline" });
    expect(isError).toBe(true);
    expect(text).toContain("https://standpipe.example.com/own-keys/");
  });

  it("continues when the key was deposited at the other replica", async () => {
    const name = `bob${(calls += 1)}`;
    const bob = await scene.somebody(name);
    const done: string[] = [];
    const deposit = () => bob.deposit(scene.account, "fhb-bobs", two.url);
    const answer = () => (void deposit(), "accept" as const);
    const { text } = await call(name, { answer, done: (id) => done.push(id) });
    expect(text).toContain("as bobs");
    expect(done).toHaveLength(1);
  });
});
