import { decodeJwt } from "jose";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mountPage } from "../../../gateway/page/page.js";
import { seriousFaults } from "../page/axe.js";
import { chromiumPath, freshBrowser } from "../page/browser.js";
import { createClock } from "../kit/clock.js";
import { startApiStub, type ApiStub } from "../kit/api-stub.js";
import {
  makeAccount,
  makeServer,
  startTestGateway,
  type MadeServer,
  type TestGateway,
} from "../kit/gateway.js";
import { listenForCode, type Callback } from "./callback.js";
import { connectSignedIn, createWallet, oauthClientKinds, type Wallet } from "./client.js";
import { startProvider, type RunningProvider } from "./provider.js";

describe.skipIf(chromiumPath === undefined)("signing in at a real provider", () => {
  let stub: ApiStub;
  let provider: RunningProvider;
  let on: TestGateway;
  let browser: Awaited<ReturnType<typeof freshBrowser>>;
  let callback: Callback;
  const clock = createClock();
  let account: string;
  let withToken: MadeServer;
  let without: MadeServer;

  beforeAll(async () => {
    [stub, provider, browser, callback] = await Promise.all([
      startApiStub(),
      startProvider(),
      freshBrowser(),
      listenForCode(),
    ]);
    on = await startTestGateway({
      settings: {
        baseUrls: [stub.url],
        oauth: {
          issuers: [provider.issuer],
          audiences: [],
          requiredScopes: [],
          groupsClaim: "groups",
          clockTolerance: 5,
        },
      },
      clock,
      mounts: [mountPage],
    });
    account = await makeAccount(on, stub.url);
    const oauth = {
      scopes: { "incidents:read": { methods: ["read"], tags: ["incidents"] } },
      groups: { responders: { tags: ["incidents", "teams"] } },
    };
    withToken = await makeServer(on, account, { oauth, surface: "full" });
    without = await makeServer(on, account, { oauth: { ...oauth, without_token: true }, surface: "full" });
  });
  beforeEach(() => browser.context.clearCookies());
  afterEach(() => clock.set(0));
  afterAll(async () => {
    await browser?.close();
    await on?.stop();
    await Promise.all([stub?.close(), provider?.stop(), callback?.close()]);
  });

  /** What a person does in the browser that the client opens. */
  const signInAs = (name: string) => async (url: URL) => {
    const page: Page = await browser.context.newPage();
    await page.goto(url.href);
    await page.getByPlaceholder("Enter any login").fill(name);
    await page.getByPlaceholder("and password").fill("anything");
    await page.getByRole("button", { name: "Sign-in" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("You may close this page.").waitFor();
    await page.close();
  };

  const desk = () => ({ client_id: "desk", issuer: provider.issuer });
  const nobody = () => Promise.reject(new Error("Nobody should be asked to sign in."));

  const kinds = oauthClientKinds.map((kind) => [kind] as const);

  it.each(kinds)(
    "%s registers itself, signs its user in, lists and calls tools, and renews its token",
    async (kind) => {
      const wallet = createWallet(callback.url);
      const url = `${on.url}/mcp/${without.id}`;
      const client = await connectSignedIn(kind, url, wallet, callback, signInAs("ada"));
      expect(asked(wallet)).toMatchObject({ code_challenge_method: "S256", resource: url });
      expect(decodeJwt(wallet.tokens()!.access_token)).toMatchObject({
        iss: provider.issuer,
        aud: url,
        sub: "ada",
        client_id: wallet.clientInformation()!.client_id,
        scope: "incidents:read",
      });
      expect(await client.tools()).toContain("list_incidents");
      expect(await client.tools()).not.toContain("create_incident");
      expect((await client.call("list_incidents")).text).toContain("as Acme");
      await expect(client.call("list_teams")).rejects.toThrow("Unknown tool");

      const first = wallet.tokens()!.access_token;
      clock.set(120_000);
      expect((await client.call("list_incidents")).text).toContain("as Acme");
      expect(wallet.tokens()!.access_token).not.toBe(first);
      await client.close();
      const { body } = await on.ask<{ result: { actor: string; detail: object }[] }>(
        "GET",
        "/log?kind=call&limit=1",
      );
      expect(body.result[0]).toMatchObject({
        actor: "oauth:ada",
        detail: { client_id: wallet.clientInformation()!.client_id },
      });
    },
  );

  it("a registered client sends both the token in its URL and its user's access token", async () => {
    const wallet = createWallet(callback.url, desk());
    const client = await connectSignedIn("client 2.x", withToken.url, wallet, callback, signInAs("grace"));
    const { resource } = asked(wallet);
    expect(resource).toBe(`${on.url}/mcp/${withToken.id}`);
    expect(JSON.stringify([wallet.sentTo, decodeJwt(wallet.tokens()!.access_token)])).not.toContain(
      withToken.token,
    );
    expect(await client.tools()).toEqual(expect.arrayContaining(["create_incident", "list_teams"]));
    expect((await client.call("list_teams")).text).toContain("as Acme");
    await client.close();
    // Neither token works alone, and tokens for one server do not work at another.
    await expect(
      connectSignedIn("client 2.x", `${on.url}/mcp/${withToken.id}`, wallet, callback, nobody),
    ).rejects.toThrow("There is no such server URL");
    const another = createWallet(callback.url, desk());
    await another.saveTokens({
      access_token: wallet.tokens()!.access_token,
      token_type: "Bearer",
      issuer: provider.issuer,
    });
    await expect(
      connectSignedIn("client 2.x", `${on.url}/mcp/${without.id}`, another, callback, nobody),
    ).rejects.toThrow("Nobody should be asked");
  });

  it("a person configures a server on the page, and shares its URL without a token", async () => {
    const page = await browser.context.newPage();
    await page.goto(`${on.url}/accounts/${account}/servers/new`);
    await page.getByLabel("Your name").fill("Ada");
    await page.getByLabel("Admin token").fill(on.adminToken);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByLabel("Name", { exact: true }).fill("For the team");
    await page.getByLabel("Access by scope").waitFor({ state: "hidden" });
    const clients = page.getByRole("group", { name: "Authentication" });
    await clients.getByLabel("The URL is enough").focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Tab");
    await page.keyboard.type("incidents:read = read on incident");
    await page.keyboard.press("Tab");
    await page.keyboard.type("responders = all");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Create the server URL" }).click();
    expect(await page.getByRole("alert").innerText()).toContain(
      'Unknown tag "incident". Did you mean "incidents"?',
    );
    expect(await seriousFaults(page, "form")).toEqual([]);
    await clients.scrollIntoViewIfNeeded();
    await look(page, "oauth-form");
    await page.getByLabel("Access by scope").press("Control+End");
    await page.keyboard.type("s");
    await page.getByRole("button", { name: "Create the server URL" }).click();
    await page.getByText("Copy the URL now").waitFor();
    const [withToken, url] = await page.locator("#server-url, #open-url").allInnerTexts();
    expect(withToken).toMatch(/\/mcp\/srv_\w+\/sp_/);
    expect(url).toBe(withToken!.slice(0, withToken!.lastIndexOf("/")));
    await page.getByText("ChatGPT", { exact: true }).click();
    expect(await page.locator("#for-chatgpt").innerText()).toBe(url);
    expect(await seriousFaults(page, "created")).toEqual([]);
    await look(page, "oauth-created");

    const wallet = createWallet(callback.url);
    const client = await connectSignedIn("client 2.x", url!, wallet, callback, signInAs("ada"));
    expect((await client.call("list_incidents")).text).toContain("as Acme");
    await expect(client.call("list_teams")).rejects.toThrow("Unknown tool");
    await client.close();

    // Saving the form unchanged changes nothing.
    const id = url!.split("/").at(-1)!;
    const configNow = async () =>
      (await on.ask<{ config: object }>("GET", `/integrated-account/${account}/mcp/${id}`)).body.config;
    const before = await configNow();
    await page.goto(`${on.url}/accounts/${account}/servers/${id}/settings`);
    expect(await page.locator("dl").innerText()).toContain("incidents:read = read on incidents");
    await look(page, "oauth-server");
    await page.getByRole("link", { name: "Change", exact: true }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/\/srv_\w+$/);
    expect(await configNow()).toEqual(before);
    await page.close();
  });
});

function asked({ sentTo }: Wallet): Record<string, string> {
  return Object.fromEntries(sentTo!.searchParams);
}

/** Saves screenshots at desktop and phone width, if SHOTS names a folder. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env["SHOTS"];
  if (!folder) return;
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${folder}/${name}-${width}.png` });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
