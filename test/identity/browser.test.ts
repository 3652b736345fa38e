import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createConsent } from "../../gateway/consent/consent.js";
import { mountPage } from "../../gateway/page/page.js";
import { startTestGateway, type TestGateway } from "../gateway/kit/gateway.js";
import { startPostgres, type TestPostgres } from "../gateway/kit/postgres.js";
import { chromiumPath, freshBrowser } from "../gateway/page/browser.js";
import { startProvider, type TestProvider } from "./kit/provider.js";

/** A group as an id, as some providers send it. */
const owners = "0f7c1a52-9d5e-4a55-8f0e-2b1d3c4e5f60";

describe.skipIf(chromiumPath === undefined)("two replicas on PostgreSQL, in Chromium,", () => {
  let postgres: TestPostgres;
  let provider: TestProvider;
  let one: TestGateway;
  let two: TestGateway;
  let browser: Awaited<ReturnType<typeof freshBrowser>>;
  let page: Page;

  beforeAll(async () => {
    [postgres, provider, browser] = await Promise.all([startPostgres(), startProvider(), freshBrowser()]);
    const settings = {
      databaseUrl: await postgres.database(),
      oidc: provider.settings,
      ownerGroups: [owners],
    };
    const env = { STANDPIPE_SECRET_KEY: "k".repeat(40) };
    const start = () => startTestGateway({ settings, env, consent: createConsent, mounts: [mountPage] });
    [one, two] = [await start(), await start()];
    provider.register(one.url, two.url);
    provider.groups.set("ada", [owners]);
    page = await browser.context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([one?.stop(), two?.stop()]);
    await provider?.close();
    await postgres?.stop();
  });

  it("a person signs in at the provider, with a group that is an id, and both replicas know the session", async () => {
    await page.goto(`${one.url}/ci-tokens`);
    await page.getByRole("link", { name: /Sign in at/ }).click();
    await page.locator("input[name=login]").fill("ada");
    await page.locator("input[name=password]").fill("any");
    await page.getByRole("button", { name: /sign.?in/i }).click();
    await page.getByRole("button", { name: /continue/i }).click();
    await page.waitForURL(`${one.url}/ci-tokens`);
    await page.goto(`${two.url}/people`);
    expect(page.url()).toBe(`${two.url}/people`);
    expect(await page.getByRole("heading", { name: "Roles", exact: true }).isVisible()).toBe(true);
  });

  it("the person makes a service token at one replica, and the other accepts it", async () => {
    await page.goto(`${one.url}/ci-tokens`);
    await page.getByLabel("Name").fill("Pipeline");
    await page.getByLabel("Role").selectOption("operator");
    await page.getByRole("button", { name: "Make the service token" }).click();
    await page.waitForURL(/\/ci-tokens\/created$/);
    const shown = await page.locator("main").textContent();
    const [, token] = /STANDPIPE_TOKEN=(spv_[\w-]{49})/.exec(shown!)!;
    const headers = { authorization: `Bearer ${token}` };
    expect((await two.ask("GET", "/servers", undefined, headers)).status).toBe(200);
  });

  it("the person signs in the command line at one replica, and it gets its token from the other", async () => {
    const post = async (url: string, fields: Record<string, string> = {}) =>
      (await (await fetch(url, { method: "POST", body: new URLSearchParams(fields) })).json()) as {
        readonly device_code: string;
        readonly verification_uri_complete: string;
        readonly access_token?: string;
      };
    const { device_code, verification_uri_complete } = await post(`${one.url}/sign-in/device`);
    await page.goto(verification_uri_complete);
    await page.getByRole("button", { name: "Sign in the command line" }).click();
    await page.getByText("The command line is signed in.").waitFor();
    const { access_token } = await post(`${two.url}/sign-in/device/token`, { device_code });
    expect(access_token).toMatch(/^sps_/);
  });

  it("a sign-out at the provider ends the session on both replicas", async () => {
    await page.goto(`${provider.issuer}/session/end`);
    await page.getByRole("button", { name: /yes/i }).click();
    for (const { url } of [one, two])
      await expect
        .poll(async () => {
          await page.goto(`${url}/people`);
          return page.url();
        })
        .toContain("/sign-in");
  });
});
