import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { storeKinds, useStores } from "../gateway/kit/stores.js";
import { createAgent, signInAs } from "./kit/agent.js";
import { openPeople, owners, type PeopleScene } from "./kit/scene.js";

const settingsOf = useStores();

describe.each(storeKinds)("signing in at a provider, on %s", (kind) => {
  let scene: PeopleScene;
  let url: string;

  beforeAll(async () => {
    scene = await openPeople(await settingsOf(kind));
    url = scene.on.url;
  });
  afterAll(() => scene?.close());
  afterEach(() => scene.clock.set(0));

  it("opens the page that the person asked for, under the name that the provider verified", async () => {
    scene.provider.groups.set("ada", [owners]);
    const agent = createAgent();
    const page = await signInAs(agent, url, "ada", "/tokens");
    expect([page.status, page.url]).toEqual([200, `${url}/tokens`]);
    expect(page.html).toContain('<span class="small">ada</span>');
    expect(page.html).not.toContain("You used the admin token");
  });

  it("sets a session cookie that no script and no other site can use, and deletes the cookie of the sign-in", async () => {
    const agent = createAgent();
    const begun = await agent.ask(`${url}/sign-in/provider`);
    const pending = begun.headers.getSetCookie()[0]!;
    expect(pending).toMatch(/HttpOnly/i);
    expect(pending).toMatch(/SameSite=Lax/i);
    const to = new URL(begun.headers.get("location")!);
    expect(to.origin).toBe(scene.provider.issuer);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      redirect_uri: `${url}/sign-in/callback`,
    });
    expect(to.searchParams.get("state")!.length).toBeGreaterThan(30);
    expect(to.searchParams.get("nonce")!.length).toBeGreaterThan(30);
    const person = await scene.person("ada", [owners]);
    expect(person.cookie(url, "standpipe_session")).toMatch(/^sps_/);
    expect(person.cookie(url, "standpipe_sign_in")).toBeUndefined();
  });

  it("refuses people without a role, by name", async () => {
    scene.provider.groups.set("eve", ["others"]);
    const agent = createAgent();
    const page = await signInAs(agent, url, "eve");
    expect(page.status).toBe(401);
    expect(page.html).toContain("You are signed in as eve, but you have no role here");
    expect(agent.cookie(url, "standpipe_session")).toBeUndefined();
    const refusals = async () =>
      (await scene.on.ask<{ result: unknown[] }>("GET", "/log?action=session.begin&outcome=no_role")).body
        .result;
    await expect.poll(refusals).toEqual([expect.objectContaining({ actor: "eve", subject: "eve" })]);
  });

  it.each([
    "//evil.example/",
    "https://evil.example/",
    "/\\evil.example",
    "/%0d%0aSet-Cookie:x",
    "javascript:1",
  ])("leads only to this site, not to %s", async (next) => {
    scene.provider.groups.set("ada", [owners]);
    const page = await signInAs(createAgent(), url, "ada", next);
    expect(new URL(page.url).origin).toBe(url);
  });

  it("refuses an answer that belongs to another browser's sign-in", async () => {
    const [victim, attacker] = [createAgent(), createAgent()];
    await victim.ask(`${url}/sign-in/provider`);
    const begun = await attacker.ask(`${url}/sign-in/provider`);
    const state = new URL(begun.headers.get("location")!).searchParams.get("state")!;
    const answer = await victim.open(`${url}/sign-in/callback?code=stolen&state=${state}`);
    expect(answer.status).toBe(401);
    expect(answer.html).toContain("began in another window");
    expect(victim.cookie(url, "standpipe_session")).toBeUndefined();
  });

  it("refuses a code that the provider did not give for this sign-in, and one that is used twice", async () => {
    const agent = createAgent();
    const begun = await agent.ask(`${url}/sign-in/provider`);
    const state = new URL(begun.headers.get("location")!).searchParams.get("state")!;
    const from = encodeURIComponent(scene.provider.issuer);
    const forged = await agent.open(`${url}/sign-in/callback?code=forged&state=${state}&iss=${from}`);
    expect(forged.html).toContain("The sign-in did not work");
    const again = await agent.open(`${url}/sign-in/callback?code=forged&state=${state}&iss=${from}`);
    expect(again.html).toContain("took too long, or began in another window");
  });

  it("refuses an answer of another issuer (mix-up)", async () => {
    const agent = createAgent();
    const begun = await agent.ask(`${url}/sign-in/provider`);
    const state = new URL(begun.headers.get("location")!).searchParams.get("state")!;
    const page = await agent.open(`${url}/sign-in/callback?code=x&state=${state}&iss=https://evil.example`);
    expect([page.status, page.html.includes("The sign-in did not work")]).toEqual([401, true]);
  });

  it("ends after an hour, so that a group that was taken away ends with it", async () => {
    const agent = await scene.person("ada", [owners]);
    expect((await agent.open(`${url}/tokens`)).url).toBe(`${url}/tokens`);
    scene.provider.groups.set("ada", []);
    scene.clock.pass(3_600_000 + 1_000);
    expect((await agent.open(`${url}/tokens`)).url).toContain("/sign-in?next=");
    expect((await signInAs(agent, url, "ada")).html).toContain("you have no role here");
  });

  it("ends when the provider says so", async () => {
    const [ada, grace] = [await scene.person("ada", [owners]), await scene.person("grace", [owners])];
    await scene.provider.signOut(ada);
    expect((await ada.open(`${url}/tokens`)).url).toContain("/sign-in?next=");
    expect((await grace.open(`${url}/tokens`)).url).toBe(`${url}/tokens`);
  });

  it.each(["", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJpZC1vZi1hZGEifQ."])(
    "does not end for the logout token %j, which the provider did not sign",
    async (logout_token) => {
      const ada = await scene.person("ada", [owners]);
      const body = new URLSearchParams({ logout_token });
      expect((await fetch(`${url}/sign-in/ended`, { method: "POST", body })).status).toBe(400);
      expect((await ada.open(`${url}/tokens`)).url).toBe(`${url}/tokens`);
    },
  );
});
