import { decodeJwt } from "jose";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chromiumPath, freshBrowser } from "../gateway-page/browser.js";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import {
  makeAccount,
  makeServer,
  startTestGateway,
  type MadeServer,
  type TestGateway,
} from "../gateway/kit/gateway.js";
import { listenForCode, type Callback } from "./callback.js";
import { connectSignedIn, createWallet, oauthClientKinds, type Wallet } from "./client.js";
import { startProvider, type RunningProvider } from "./provider.js";

describe.skipIf(chromiumPath === undefined)("signing in at a real provider", () => {
  let stub: ApiStub;
  let provider: RunningProvider;
  let on: TestGateway;
  let browser: Awaited<ReturnType<typeof freshBrowser>>;
  let callback: Callback;
  let ahead = 0;
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
      now: () => new Date(Date.now() + ahead),
    });
    const account = await makeAccount(on, stub.url);
    const oauth = {
      scopes: { "incidents:read": { methods: ["read"], tags: ["incidents"] } },
      groups: { responders: { tags: ["incidents", "teams"] } },
    };
    withToken = await makeServer(on, account, { oauth, surface: "full" });
    without = await makeServer(on, account, { oauth: { ...oauth, without_token: true }, surface: "full" });
  });
  beforeEach(() => browser.context.clearCookies());
  afterEach(() => void (ahead = 0));
  afterAll(async () => {
    await browser?.close();
    await on?.stop();
    await Promise.all([stub?.close(), provider?.stop(), callback?.close()]);
  });

  /** What a person does in the browser that their client opens. */
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
    "%s registers itself, signs its user in, lists and calls, renews its token",
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
      ahead = 120_000;
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

  it("a client that is registered already shows both: the token in its URL, and its user's", async () => {
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
    // Neither opens anything by itself, and what was got for one server opens no other.
    await expect(
      connectSignedIn("client 2.x", `${on.url}/mcp/${withToken.id}`, wallet, callback, nobody),
    ).rejects.toThrow("There is no such server URL");
    const another = createWallet(callback.url, desk());
    another.saveTokens({
      access_token: wallet.tokens()!.access_token,
      token_type: "Bearer",
      issuer: provider.issuer,
    });
    await expect(
      connectSignedIn("client 2.x", `${on.url}/mcp/${without.id}`, another, callback, nobody),
    ).rejects.toThrow("Nobody should be asked");
  });
});

function asked({ sentTo }: Wallet): Record<string, string> {
  return Object.fromEntries(sentTo!.searchParams);
}
