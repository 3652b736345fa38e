import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAccount } from "../../../gateway/accounts/accounts.js";
import { httpClient } from "../../fixtures/clients.js";
import { chromiumPath } from "./browser.js";
import { account, act, adminToken, testGateway, type TestGateway } from "./kit.js";
import { visit, type Visitor } from "./visitor.js";

/** A folder for screenshots of every page, if it is set. */
const shots = process.env["SHOTS"];

describe.skipIf(chromiumPath === undefined)("tools and API tokens on the page in Chromium", () => {
  let gateway: TestGateway;
  let visitor: Visitor;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    gateway = await testGateway();
    await createAccount(gateway.core, { ...account(gateway.sandboxKey), name: "Second" }, act);
    visitor = await visit();
    ({ page, complaints } = visitor);
    await visitor.signIn(gateway.url);
  }, 120_000);
  afterAll(async () => {
    await visitor?.close();
    await gateway?.close();
  });

  const at = (path: string) => page.goto(gateway.url + path);

  it("lists tools by group and by what they do, in pages", async () => {
    await at("/tools");
    expect(await page.locator(".tools li").count()).toBe(40);
    await page.getByRole("link", { name: "Next" }).click();
    await page.getByText("Page 2 of 13").waitFor();
    await page.getByRole("link", { name: "status_pages 20" }).click();
    await page.getByLabel("What it does").selectOption("Deletes");
    await page.getByRole("button", { name: "Search" }).click();
    const names = await page.locator(".tools .mono").allInnerTexts();
    expect(names.length).toBeGreaterThan(3);
    expect(names.every((name) => name.startsWith("delete_"))).toBe(true);
    expect(await page.locator(".tools .state", { hasText: "customers see it" }).count()).toBeGreaterThan(3);
  });

  it("shows a tool's arguments, answer, example and the server URLs that hold it; workflows too", async () => {
    await gateway.serverUrl({ tags: ["pages"] }, "Pager");
    await at("/tools/create_page");
    const words = await page.locator("main").innerText();
    expect(words).toMatch(/summary\s+string, required\s+What is wrong/);
    expect(words).toContain("Pager");
    expect(JSON.parse(await page.locator("#example").innerText())).toMatchObject({ name: "create_page" });
    await at("/tools/list_incidents");
    expect(await page.getByRole("heading", { name: "Answer" }).count()).toBe(1);
    await at("/tools/declare_and_page");
    expect(await page.getByRole("link", { name: "create_incident", exact: true }).count()).toBe(1);
  });

  it("searches the catalogue, and tries a tool on the sandbox", async () => {
    await at("/tools");
    await page.getByLabel("What you want to do").fill("declare an incident");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("link", { name: "create_incident", exact: true }).click();
    await page.getByText("Input schema").click();
    await page.locator("details pre").waitFor();
    await page.locator("#arg-name").fill("Tried on the page");
    await page.getByRole("button", { name: "Call it" }).click();
    await page.getByText("It answered").waitFor();
    expect(await page.locator("#outcome").innerText()).toContain("Tried on the page");
    await shoot("tried");
  });

  it("creates an API token, shows it once, and revokes it", async () => {
    const { url } = await gateway.serverUrl({ require_api_token_auth: true }, "Wants a token");
    await at("/tokens/new");
    await page.getByLabel("Name").fill("Nightly report");
    await page.getByLabel("Valid for servers of").selectOption("Second");
    await page.getByLabel("It stops working").selectOption("In 30 days");
    await page.getByRole("button", { name: "Make the API token" }).click();
    const other = await page.locator("#api-token").innerText();
    await at("/tokens/new");
    await page.getByLabel("Name").fill("For everything");
    await page.getByRole("button", { name: "Make the API token" }).click();
    await page.getByText("Copy the token now").waitFor();
    const token = await page.locator("#api-token").innerText();
    expect(token).toMatch(/^spa_/);
    expect(`${await page.title()} ${page.url()}`).not.toContain("spa_");
    await page.getByRole("button", { name: "Copy the header" }).click();
    await expect
      .poll(() => page.evaluate("navigator.clipboard.readText()"))
      .toBe(`Authorization: Bearer ${token}`);
    const works = (bearer: string) =>
      httpClient("sdk 1.x", url, { authorization: `Bearer ${bearer}` }).then(
        (client) => client.close().then(() => true),
        () => false,
      );
    // A server of another account does not exist here.
    expect([await works(token), await works(other)]).toEqual([true, false]);
    await at("/tokens");
    const row = page.getByRole("row", { name: "For everything" });
    expect(await page.getByRole("row", { name: "Nightly report" }).innerText()).toContain("Second");
    expect(await page.content()).not.toContain(token);
    await row.getByText("Revoke…").click();
    await row.getByRole("button", { name: "Revoke For everything" }).click();
    await page.getByText("For everything").waitFor({ state: "detached" });
    expect(await works(token)).toBe(false);
    await at("/audit?action=api_token.revoke");
    expect(await page.locator("tbody").innerText()).toContain("Ada");
  });

  it("refuses a token as a name, and does not keep it", async () => {
    const sent = new URLSearchParams({ person: adminToken, token: adminToken });
    const answer = await fetch(`${gateway.url}/sign-in`, { method: "POST", body: sent });
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain(adminToken);
    await at("/audit");
    expect(await page.content()).not.toContain(adminToken);
  });

  it("signs out, and then shows nothing", async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await at("/");
    const cookies = await page.context().cookies();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("**/sign-in");
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const after = await fetch(`${gateway.url}/`, { headers: { cookie }, redirect: "manual" });
    expect(after.status).toBe(303);
  });

  it("no violation of the content security policy, and no exception", () => {
    expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
  });

  async function shoot(name: string): Promise<void> {
    if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  }
});
