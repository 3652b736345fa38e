import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { command as servers } from "../../cli/admin/server.js";
import { command as login } from "../../cli/login/login.js";
import { signInsFile } from "../../cli/login/saved-sign-ins.js";
import { submit, type Agent } from "./kit/agent.js";
import { openPeople, owners, type PeopleScene } from "./kit/scene.js";

describe("standpipe login, where no sign-in by code begins", () => {
  let scene: PeopleScene;
  let folder: string;
  let said: string[] = [];
  const print = { log: console.log, error: console.error };
  const say = (text: string) => void said.push(text);

  beforeAll(async () => {
    scene = await openPeople();
    folder = await mkdtemp(join(tmpdir(), "standpipe-login-"));
    process.env["XDG_CONFIG_HOME"] = join(folder, "config");
    Object.assign(console, { log: say, error: say });
    // This address may begin ten in a minute.
    for (let begun = 0; begun < 10; begun += 1)
      await fetch(`${scene.on.url}/sign-in/device`, { method: "POST" });
  });
  afterAll(async () => {
    Object.assign(console, print);
    delete process.env["XDG_CONFIG_HOME"];
    await scene?.close();
    await rm(folder, { recursive: true });
  });
  afterEach(() => void (said = []));

  const at = () => ["--url", scene.on.url];

  const here = (asked: Record<string, string>) =>
    `${scene.on.url}/device/here?${new URLSearchParams(asked).toString()}`;

  async function answer(agent: Agent, decision: string) {
    await expect.poll(() => said.join("\n")).toMatch(/Open http/);
    const [, link] = /Open (\S+)/.exec(said.join("\n"))!;
    const page = await agent.open(link!);
    return submit(agent, { ...page, html: page.html.slice(page.html.indexOf("<main")) }, { decision });
  }

  it("a page on this computer signs a person in, and the token is for the user alone", async () => {
    const ada = await scene.person("ada", [owners]);
    const running = login.run(at());
    expect((await answer(ada, "agree")).html).toContain("go back to the command line");
    expect(await running, said.join("\n")).toBe(0);
    expect(said.join("\n")).toContain("Signed in as ada");
    expect((await stat(signInsFile())).mode & 0o777).toBe(0o600);
    expect(await servers.run(["list", ...at()]), said.join("\n")).toBe(0);
  });

  it("says so if the person refuses", async () => {
    const running = login.run(at());
    await answer(await scene.person("eve", [owners]), "refuse");
    expect(await running).toBe(1);
    expect(said.join("\n")).toContain("was refused on the page");
    expect(await readFile(signInsFile(), "utf8")).not.toContain("eve");
  });

  it("a code works only with the secret of the command line, and only once", async () => {
    const ada = await scene.person("ada", [owners]);
    const asked = { port: "4711", state: "s".repeat(16), challenge: "c".repeat(43) };
    const page = await ada.open(here(asked));
    const fields = new URLSearchParams({
      ...asked,
      decision: "agree",
      csrf: /name="csrf" value="([^"]+)"/.exec(page.html)![1]!,
    });
    const sent = await ada.ask(`${scene.on.url}/device/here`, { method: "POST", body: fields });
    const [, to] = /^0;url=(.*)$/.exec(sent.headers.get("refresh")!)!;
    expect(new URL(to!).origin).toBe("http://127.0.0.1:4711");
    const device_code = new URL(to!).searchParams.get("code")!;
    const guesses: Record<string, string>[] = [{ device_code }, { device_code, code_verifier: "guessed" }];
    for (const guess of guesses) {
      const body = new URLSearchParams(guess);
      const taken = await fetch(`${scene.on.url}/sign-in/device/token`, { method: "POST", body });
      expect(await taken.json()).toEqual({ error: "expired_token" });
    }
    for (const wrong of [{ port: "0" }, { port: "80@evil.example" }, { challenge: "short" }])
      expect((await ada.open(here({ ...asked, ...wrong }))).status).toBe(400);
  });
});
