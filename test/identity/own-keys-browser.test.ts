import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { makeAccount, makeServer } from "../gateway/kit/gateway.js";
import { chromiumPath, freshBrowser } from "../gateway/page/browser.js";
import { openPeople, owners, type PeopleScene } from "./kit/scene.js";

describe.skipIf(chromiumPath === undefined)("a person's own key, in Chromium,", () => {
  let stub: ApiStub;
  let scene: PeopleScene;
  let browser: Awaited<ReturnType<typeof freshBrowser>>;
  let page: Page;
  let account: string;
  let server: string;
  let attempts = 0;

  beforeAll(async () => {
    [stub, browser] = await Promise.all([startApiStub(), freshBrowser()]);
    const accepted = { audiences: [], requiredScopes: [], groupsClaim: "groups", clockTolerance: 30 };
    scene = await openPeople(({ issuer }) => ({
      baseUrls: [stub.url],
      oauth: { ...accepted, issuers: [issuer] },
    }));
    account = await makeAccount(scene.on, stub.url, "Acme");
    const config = { upstream: "person", oauth: { scopes: { use: {} } }, surface: "full", confirm: "none" };
    server = (await makeServer(scene.on, account, config, { name: "On call" })).id;
    page = await browser.context.newPage();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await scene?.close();
    await stub?.close();
  });

  const main = () => page.locator("main").innerText();
  const deposit = async (key: string, button: string) => {
    await page.goto(`${scene.on.url}/own-keys/${account}`);
    await page.getByLabel("API key of FireHydrant").fill(key);
    await page.getByRole("button", { name: button }).click();
  };
  const callTeams = async (says: string) => {
    await page.goto(`${scene.on.url}/playground?server=${server}&tool=list_teams`);
    await page.getByRole("button", { name: "Call it" }).click();
    await page.getByText(says, { exact: true }).waitFor();
    return page.locator("#result").innerText();
  };

  it("is deposited after a sign-in that the link of a call leads to, listed, used and removed", async () => {
    const name = `ann${(attempts += 1)}`;
    scene.provider.groups.set(name, [owners]);
    stub.arrived.length = 0;
    await browser.context.clearCookies();
    await page.goto(`${scene.on.url}/own-keys/${account}`);
    await page.getByRole("link", { name: /Sign in at/ }).click();
    await page.locator("input[name=login]").fill(name);
    await page.locator("input[name=password]").fill("any");
    await page.getByRole("button", { name: /sign.?in/i }).click();
    await page.getByRole("button", { name: /continue/i }).click();
    await page.getByRole("heading", { name: "Your key of FireHydrant" }).waitFor();
    expect(await main()).toContain(`You are signed in as ${name}.`);

    const asked = await callTeams("It answered with an error");
    expect(asked).toContain(`${scene.on.url}/own-keys/${account}`);
    expect(stub.arrived.filter(({ path }) => path.startsWith("/v1/teams"))).toEqual([]);

    await deposit("fhb-bad", "Save the key");
    await page.getByRole("alert").waitFor();
    expect(await main()).toContain("refuses the key");
    expect(await page.locator("#api_key").inputValue()).toBe("");

    await deposit(`fhb-of-${name}`, "Save the key");
    await page.waitForURL(`${scene.on.url}/own-keys`);
    expect(await main()).toContain("Acme");
    expect(await page.content()).not.toContain("fhb-");

    expect(await callTeams("It answered")).toContain(`as of-${name}`);

    await page.goto(`${scene.on.url}/accounts/${account}/edit`);
    expect(await page.getByRole("button", { name: `Revoke the key of ${name}` }).count()).toBe(1);

    await page.goto(`${scene.on.url}/own-keys`);
    await page.getByRole("button", { name: "Remove the key for Acme" }).click();
    await page.getByText("You have no key here.").waitFor();
    expect(await callTeams("It answered with an error")).toContain("this person has none");
  });
});
