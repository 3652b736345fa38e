import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { command } from "../../cli/gateway/admin-token.js";
import { readSettings } from "../../gateway/settings.js";
import { ask, startTestGateway, testAdminToken } from "../gateway/kit/gateway.js";
import { createAgent, submit } from "./kit/agent.js";
import { openPeople, owners, type PeopleScene } from "./kit/scene.js";

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe("the admin token, where people sign in at a provider", () => {
  let scene: PeopleScene;
  beforeAll(async () => {
    scene = await openPeople();
  });
  afterAll(() => scene?.close());

  const events = () =>
    scene.on
      .logged()
      .split("\n")
      .filter((line) => line.includes('"admin_token_used"'));

  it("opens page and API, is reported in the log and counted, and the page says so", async () => {
    const { url, ask } = scene.on;
    expect((await ask("GET", "/servers")).status).toBe(200);
    expect(events()).toHaveLength(1);
    const agent = createAgent();
    const page = await agent.open(`${url}/sign-in`);
    expect(page.html).toContain("Sign in at 127.0.0.1");
    expect(page.html).toContain("standpipe admin-token reset");
    const signedIn = await submit(agent, page, { person: "Ada", token: testAdminToken });
    expect(signedIn.html).toContain("You used the admin token, which opens everything.");
    expect(events()).toHaveLength(2);
    expect(JSON.parse(events()[1]!)).toMatchObject({ level: "warn", address: "127.0.0.1" });
    const { body } = await ask<string>("GET", "/metrics");
    expect(body).toMatch(/^standpipe_admin_token_uses_total 2$/m);
  });

  it("opens nothing once it is turned off, and the sign-in page does not ask for it", async () => {
    const off = await openPeople({ adminTokenOn: false });
    const { url } = off.on;
    const page = await createAgent().open(`${url}/sign-in`);
    expect(page.html).toContain("Sign in at 127.0.0.1");
    expect(page.html).not.toContain("Admin token");
    expect((await ask(url, "GET", "/servers")).status).toBe(401);
    expect((await ask(url, "GET", "/metrics")).status).toBe(401);
    const body = new URLSearchParams({ person: "Ada", token: testAdminToken });
    expect((await fetch(`${url}/sign-in`, { method: "POST", body, redirect: "manual" })).status).toBe(401);
    const person = await off.person("ada", [owners]);
    expect((await person.open(`${url}/tokens`)).url).toBe(`${url}/tokens`);
    await off.close();
  });
});

it("is not reported where there is no provider, because people have no other way", async () => {
  const on = await startTestGateway();
  await on.ask("GET", "/servers");
  expect(on.logged()).not.toContain("admin_token_used");
  await on.stop();
});

describe("the settings of the sign-in", () => {
  const faults: Record<string, { given: Record<string, string>; want: RegExp }> = {
    "an issuer without a client id": {
      given: { STANDPIPE_OIDC_ISSUER: "https://login.example.com" },
      want: /STANDPIPE_OIDC_CLIENT_ID: is required/,
    },
    "no admin token and no provider": {
      given: { STANDPIPE_ADMIN_TOKEN_ON: "false" },
      want: /STANDPIPE_ADMIN_TOKEN_ON: can be false only with STANDPIPE_OIDC_ISSUER/,
    },
    "an issuer over plain http": {
      given: { STANDPIPE_OIDC_ISSUER: "http://login.example.com", STANDPIPE_OIDC_CLIENT_ID: "x" },
      want: /STANDPIPE_OIDC_ISSUER: must be an https URL/,
    },
    "scopes without openid": {
      given: { STANDPIPE_OIDC_SCOPES: "profile" },
      want: /STANDPIPE_OIDC_SCOPES: must contain openid/,
    },
  };
  it.each(Object.entries(faults))("refuse %s", (_, { given, want }) => {
    expect(() => readSettings(given)).toThrow(want);
  });
});

describe("standpipe admin-token reset", () => {
  const said: string[] = [];
  const print = { log: console.log, error: console.error };
  beforeAll(() => {
    console.log = (text: string) => void said.push(text);
    console.error = (text: string) => void said.push(text);
  });
  afterAll(() => void Object.assign(console, print));

  it("replaces a lost token: the old one stops working at the restart, and its sessions end", async () => {
    const folder = await mkdtemp(join(tmpdir(), "standpipe-reset-"));
    let lost = "";
    const start = () =>
      startTestGateway({
        folder,
        settings: { adminToken: undefined, databaseUrl: undefined },
        showAdminToken: (token) => (lost = token),
      });
    const before = await start();
    expect((await before.ask("GET", "/servers", undefined, bearer(lost))).status).toBe(200);
    await before.stop();

    expect(await command.run(["reset", "--data", folder])).toBe(0);
    const token = /spm_\S+/.exec(said.join("\n"))![0];
    const after = await start();
    expect((await after.ask("GET", "/servers", undefined, bearer(lost))).status).toBe(401);
    expect((await after.ask("GET", "/servers", undefined, bearer(token))).status).toBe(200);
    await after.stop();
    await rm(folder, { recursive: true });
  });

  it("says what to do if the folder has no database", async () => {
    expect(await command.run(["reset", "--data", tmpdir()])).toBe(1);
    expect(said.at(-1)).toContain("has no gateway's database");
  });
});
