import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { command as accounts } from "../../cli/admin/account.js";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { makeAccount, makeServer, testAdminToken } from "../gateway/kit/gateway.js";
import { call } from "../gateway/kit/requests.js";
import { storeKinds, useStores } from "../gateway/kit/stores.js";
import type { Agent } from "./kit/agent.js";
import { openPeople, owners, type PeopleScene } from "./kit/scene.js";

const settingsOf = useStores();

describe.each(storeKinds)("an account's rules for approvals, on %s", (kind) => {
  let stub: ApiStub;
  let scene: PeopleScene;
  let account: string;
  let said: string[] = [];
  const print = { log: console.log, error: console.error };

  beforeAll(async () => {
    stub = await startApiStub();
    scene = await openPeople({ ...(await settingsOf(kind)), baseUrls: [stub.url] });
    account = await makeAccount(scene.on, stub.url, "Acme");
    const say = (text: string) => void said.push(text);
    Object.assign(console, { log: say, error: say });
    process.env["STANDPIPE_TOKEN"] = testAdminToken;
  });
  afterAll(async () => {
    Object.assign(console, print);
    delete process.env["STANDPIPE_TOKEN"];
    await scene?.close();
    await stub?.close();
  });
  afterEach(() => scene.clock.set(0));

  const rules = (approvals: object | null) =>
    scene.on.ask("PATCH", `/integrated-account/${account}`, { approvals });

  /** Has a call wait, and returns its approval. */
  async function waiting(config: object = {}, name = "x"): Promise<string> {
    const own = { surface: "full", confirm: "write", ...config };
    const { url } = await makeServer(scene.on, account, own, { name: "On call" });
    return asked(url, name);
  }

  async function asked(url: string, name: string): Promise<string> {
    const { result } = await call(url, "create_incident", { name });
    return /\/approvals\/(apr_[0-9a-z]+)/.exec(result!.content![0]!.text)![1]!;
  }

  async function approve(agent: Agent, approval: string): Promise<string> {
    const url = `${scene.on.url}/approvals/${approval}`;
    const csrf = /name="csrf" value="([^"]+)"/.exec((await agent.open(url)).html)?.[1] ?? "";
    const body = new URLSearchParams({ csrf, decision: "approve" });
    return (await agent.open(url, { method: "POST", body })).html;
  }

  const member = (name: string, ...groups: string[]) => scene.person(name, [owners, ...groups]);

  it("say who may approve on each of its server URLs, besides the server URL's own list", async () => {
    await rules({ approvers: ["group:leads"] });
    const [lead, sre, both] = [
      await member("lead", "leads"),
      await member("sre", "sre"),
      await member("both", "leads", "sre"),
    ];
    const one = await waiting();
    expect(await approve(sre, one)).toContain("Only group:leads may approve calls of this account");
    expect(await approve(lead, one)).toContain("can make this call once");
    const other = await waiting({ approvers: ["group:sre"] });
    expect(await approve(sre, other)).toContain("Only group:leads may approve calls of this account");
    expect(await approve(lead, other)).toContain("Only group:sre may approve calls of this server URL");
    expect(await approve(both, other)).toContain("can make this call once");
  });

  it("ask for two people where the server URL asks for one", async () => {
    await rules({ approvals_needed: 2 });
    const one = await waiting({ approvals_needed: 1 });
    expect(await approve(await member("first"), one)).not.toContain("can make this call once");
    expect(await approve(await member("second"), one)).toContain("can make this call once");
    await rules({ approvals_needed: 1 });
    const two = await waiting({ approvals_needed: 2 });
    expect(await approve(await member("first"), two)).not.toContain("can make this call once");
  });

  it("count a person once who has another name at the provider by the second time", async () => {
    await rules({ approvals_needed: 2 });
    const one = await waiting();
    expect(await approve(await member("zoe"), one)).not.toContain("can make this call once");
    scene.provider.claims.set("zoe", { preferred_username: "zoe-renamed" });
    const renamed = await approve(await member("zoe"), one);
    expect(renamed).toContain("zoe-renamed");
    expect(renamed).toContain("You have approved this call. A second person must approve it too.");
  });

  it("shorten the time that a call waits, and do not lengthen it", async () => {
    const minutes = async (config: object = {}) => {
      const id = await waiting(config);
      const { created_at, expires_at } = await scene.on.gateway.core.store.db
        .selectFrom("approvals")
        .select(["created_at", "expires_at"])
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      return (Date.parse(expires_at) - Date.parse(created_at)) / 60_000;
    };
    await rules({ approval_minutes: 5 });
    expect(await minutes({ approval_minutes: 30 })).toBe(5);
    expect(await minutes({ approval_minutes: 2 })).toBe(2);
    await rules({ approval_minutes: 60 });
    expect(await minutes()).toBe(10);
  });

  it("hold for server URLs in use as soon as they change", async () => {
    await rules(null);
    const { url } = await makeServer(
      scene.on,
      account,
      { surface: "full", confirm: "write" },
      { name: "Used" },
    );
    const sre = await member("sre of Used", "sre");
    expect(await approve(sre, await asked(url, "before"))).toContain("can make this call once");
    await rules({ approvers: ["group:leads"] });
    await expect
      .poll(async () => approve(sre, await asked(url, `after ${Math.random()}`)), { timeout: 10_000 })
      .toContain("Only group:leads");
  });

  it("are changed and removed at the command line, on the page and by the API, and logged", async () => {
    await rules(null);
    const run = async (...words: string[]) => {
      said = [];
      const code = await accounts.run(["update", "Acme", ...words, "--url", scene.on.url]);
      return { code, text: said.join("\n") };
    };
    const stored = async () =>
      (await scene.on.ask<{ approvals: object | null }>("GET", `/integrated-account/${account}`)).body
        .approvals;
    expect((await run("--approvers", "group:leads", "--approvals-needed", "2")).code).toBe(0);
    expect(await stored()).toEqual({ approvers: ["group:leads"], approvals_needed: 2 });
    expect((await run("--approval-minutes", "5")).code).toBe(0);
    expect(await stored()).toEqual({ approvers: ["group:leads"], approvals_needed: 2, approval_minutes: 5 });
    expect((await run("--no-approvals", "--approval-minutes", "5")).text).toContain(
      "--no-approvals removes all",
    );
    expect((await run()).text).toContain("Nothing to change.");
    const log = JSON.stringify((await scene.on.ask("GET", "/log?limit=5")).body);
    expect(log).toContain('"approval_minutes":5');

    const page = await (await member("owner")).open(`${scene.on.url}/accounts/${account}/edit`);
    expect(page.html).toMatch(/name="approvers" value="group:leads"/);
    const { id } = await makeServer(scene.on, account);
    const owner = await member("owner of the form");
    const settings = await owner.open(`${scene.on.url}/accounts/${account}/servers/${id}/settings`);
    expect(settings.html).toContain(
      "group:leads; Approvals needed: 2; Longest wait for approval, in minutes: 5",
    );
    const form = async (values: Record<string, string>) => {
      const url = `${scene.on.url}/accounts/${account}/edit`;
      const csrf = /name="csrf" value="([^"]+)"/.exec((await owner.open(url)).html)![1]!;
      const place = `firehydrant ${stub.url}`;
      const body = new URLSearchParams({ csrf, name: "Acme", place, api_key: "", ...values });
      return owner.open(url, { method: "POST", body });
    };
    expect((await form({ approvers: "group:sre, a@b.example", approvals_needed: "9" })).status).toBe(400);
    expect((await form({ approvers: "group:sre, a@b.example", approvals_needed: "2" })).status).toBe(200);
    expect(await stored()).toEqual({ approvers: ["group:sre", "a@b.example"], approvals_needed: 2 });
    expect((await form({ approvers: "", approvals_needed: "" })).status).toBe(200);
    expect(await stored()).toBeNull();

    expect((await rules({ approvals_needed: 2 })).status).toBe(200);
    expect((await run("--no-approvals")).code).toBe(0);
    expect(await stored()).toBeNull();
    expect((await rules({ approvers: [] })).status).toBe(400);
    expect((await rules({ approval_minutes: 61 })).status).toBe(400);
    expect((await rules({ confirm: "none" })).status).toBe(400);
  });
});
