import { chmod, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { command as servers } from "../../cli/admin/server.js";
import { command as login } from "../../cli/login/login.js";
import { command as logout } from "../../cli/login/logout.js";
import { signInsFile } from "../../cli/login/saved-sign-ins.js";
import { newId } from "../../gateway/id.js";
import { openStore } from "../../gateway/store/open.js";
import { ask, startTestGateway } from "../gateway/kit/gateway.js";
import { submit, type Agent, type Page } from "./kit/agent.js";
import { openPeople, owners, type PeopleScene } from "./kit/scene.js";

interface Started {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri_complete: string;
}

describe("standpipe login", () => {
  let scene: PeopleScene;
  let folder: string;
  let said: string[] = [];
  const print = { log: console.log, error: console.error };
  const say = (text: string) => void said.push(text);

  beforeAll(async () => {
    scene = await openPeople({ trustedProxies: ["127.0.0.1"] });
    folder = await mkdtemp(join(tmpdir(), "standpipe-login-"));
    process.env["XDG_CONFIG_HOME"] = join(folder, "config");
    Object.assign(console, { log: say, error: say });
  });
  afterAll(async () => {
    Object.assign(console, print);
    delete process.env["XDG_CONFIG_HOME"];
    await scene?.close();
    await rm(folder, { recursive: true });
  });
  afterEach(() => {
    said = [];
    scene.clock.set(0);
  });

  const at = () => ["--url", scene.on.url];

  /** The form is the last one of the page, below the one to sign out. */
  const decide = (agent: Agent, page: Page, decision: string) =>
    submit(agent, { ...page, html: page.html.slice(page.html.indexOf("<main")) }, { decision });

  async function agree(agent: Agent, decision = "agree"): Promise<Page> {
    await expect.poll(() => said.join("\n")).toMatch(/Open http/);
    const [, link] = /Open (\S+)/.exec(said.join("\n"))!;
    return decide(agent, await agent.open(link!), decision);
  }

  it("signs a person in by a code, keeps the token for the user alone, and signs out", async () => {
    const ada = await scene.person("ada", [owners]);
    const running = login.run(at());
    const page = await agree(ada);
    expect(page.html).toContain("The command line is signed in.");
    expect(await running, said.join("\n")).toBe(0);
    expect(said.join("\n")).toContain("Signed in as ada");
    expect((await stat(signInsFile())).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(signInsFile()))).mode & 0o777).toBe(0o700);
    expect(await servers.run(["list", ...at()]), said.join("\n")).toBe(0);

    const kept = JSON.parse(await readFile(signInsFile(), "utf8")) as Record<string, { token: string }>;
    const { token } = kept[scene.on.url]!;
    const use = async () =>
      (await scene.on.ask("GET", "/servers", undefined, { authorization: `Bearer ${token}` })).status;
    expect(await use()).toBe(200);
    expect(await logout.run(at())).toBe(0);
    expect(await use()).toBe(401);
    expect(await readFile(signInsFile(), "utf8")).not.toContain(token);
  });

  it("ends with the session in which the person agreed, and says how to go on", async () => {
    const running = login.run(at());
    await agree(await scene.person("grace", [owners]));
    expect(await running).toBe(0);
    scene.clock.set(61 * 60_000);
    expect(await servers.run(["list", ...at()])).toBe(1);
    expect(said.at(-1)).toContain("Run standpipe login");
  });

  it("says so if the person refuses", async () => {
    const running = login.run(at());
    await agree(await scene.person("eve", [owners]), "refuse");
    expect(await running).toBe(1);
    expect(said.join("\n")).toContain("was refused on the page");
  });

  it("does not use a file that other users can read", async () => {
    const running = login.run(at());
    await agree(await scene.person("ada", [owners]));
    expect(await running).toBe(0);
    await chmod(signInsFile(), 0o644);
    expect(await servers.run(["list", ...at()])).toBe(1);
    expect(said.at(-1)).toContain("chmod 600");
    await chmod(signInsFile(), 0o600);
    expect(await logout.run(at())).toBe(0);
  });

  it("is not possible where people do not sign in", async () => {
    const plain = await startTestGateway();
    expect(await login.run(["--url", plain.url])).toBe(1);
    expect(said.at(-1)).toContain("it has no OpenID provider");
    await plain.stop();
  });

  describe("without the command line", () => {
    /** @param from the client's address, which a trusted proxy forwards */
    const post = (path: string, fields: Record<string, string> = {}, from = "192.0.2.1") =>
      fetch(scene.on.url + path, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { "x-forwarded-for": from },
      });
    const start = async (from?: string) =>
      (await (await post("/sign-in/device", {}, from)).json()) as Started;
    const take = async ({ device_code }: Started) => {
      const answer = await post("/sign-in/device/token", { device_code });
      return (await answer.json()) as { error?: string; access_token?: string };
    };

    it("a code works once, for 10 minutes, and only with a person's consent", async () => {
      const ada = await scene.person("ada", [owners]);
      const first = await start();
      expect(await take(first)).toEqual({ error: "authorization_pending" });
      const anyone = await fetch(first.verification_uri_complete, { redirect: "manual" });
      expect(anyone.headers.get("location")).toContain("/sign-in?next=");
      await decide(ada, await ada.open(first.verification_uri_complete), "agree");
      const { access_token } = await take(first);
      expect(access_token).toMatch(/^sps_/);
      expect(await take(first)).toEqual({ error: "expired_token" });

      const second = await start();
      const page = await ada.open(second.verification_uri_complete);
      scene.clock.set(11 * 60_000);
      expect((await decide(ada, page, "agree")).status).toBe(404);
      expect(await take(second)).toEqual({ error: "expired_token" });
    });

    it("strangers who start a thousand sign-ins keep no person from theirs", async () => {
      const ada = await scene.person("ada", [owners]);
      const before = await start("198.51.100.1");
      await startThousand(scene, (at) => `2001:db8:0:${at % 100}::${at}`);
      const after = await start("198.51.100.2");
      for (const started of [before, after]) {
        expect(await take(started)).toEqual({ error: "authorization_pending" });
        await decide(ada, await ada.open(started.verification_uri_complete), "agree");
        expect(await take(started)).toMatchObject({ access_token: expect.any(String) });
      }
    });

    it("all addresses of an IPv6 network share the starts of one", async () => {
      const starts = (network: string) =>
        Promise.all(
          Array.from({ length: 11 }, async (_, at) => {
            const { status } = await post("/sign-in/device", {}, `${network}:${at}:2:3:4`);
            return status;
          }),
        );
      expect((await starts("2001:db8:1:1")).filter((status) => status === 503)).toHaveLength(1);
      expect((await post("/sign-in/device", {}, "2001:db8:1:2::1")).status).toBe(200);
    });

    it("an old session is renewed at the provider first, so that the new one lasts an hour", async () => {
      const ada = await scene.person("ada", [owners]);
      scene.clock.set(50 * 60_000);
      const started = await start();
      await decide(ada, await ada.open(started.verification_uri_complete), "agree");
      const { access_token } = await take(started);
      scene.clock.set(100 * 60_000);
      const headers = { authorization: `Bearer ${access_token}` };
      expect((await ask(scene.on.url, "GET", "/servers", undefined, headers)).status).toBe(200);
    });

    it("ends when the person signs out at the provider", async () => {
      const ada = await scene.person("ada", [owners]);
      const started = await start();
      await decide(ada, await ada.open(started.verification_uri_complete), "agree");
      const { access_token } = await take(started);
      const headers = { authorization: `Bearer ${access_token}` };
      await scene.provider.signOut(ada);
      const status = async () => (await ask(scene.on.url, "GET", "/servers", undefined, headers)).status;
      await expect.poll(status).toBe(401);
    });
  });
});

/** Stores the sign-ins that strangers started, as if each had asked for one. */
async function startThousand({ on, clock }: PeopleScene, addressOf: (at: number) => string): Promise<void> {
  const store = await openStore({ folder: on.folder });
  const rows = Array.from({ length: 1_000 }, (_, at) => ({
    id: newId("dev", clock.now().getTime()),
    device_hash: `device ${at}`,
    user_hash: `user ${at}`,
    address: addressOf(at),
    state: "pending" as const,
    person: null,
    identity: null,
    session_ends: null,
    expires_at: new Date(clock.now().getTime() + 600_000).toISOString(),
  }));
  await store.db.insertInto("device_sign_ins").values(rows).execute();
  await store.close();
}
