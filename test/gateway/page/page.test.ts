import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { configFields } from "../../../gateway/server-config.js";
import { getServer } from "../../../gateway/servers/servers.js";
import { httpClient, type CallResult } from "../../fixtures/clients.js";
import { chromiumPath } from "./browser.js";
import { adminToken, testGateway, type TestGateway } from "./kit.js";
import { visit, type Visitor } from "./visitor.js";
import { eachOption } from "../kit/option-rows.js";

/** A folder for screenshots of every page, if it is set. */
const shots = process.env["SHOTS"];

describe.skipIf(chromiumPath === undefined)("the page in Chromium", () => {
  let gateway: TestGateway;
  let visitor: Visitor;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    gateway = await testGateway();
    visitor = await visit();
    ({ page, complaints } = visitor);
  }, 120_000);
  afterAll(async () => {
    await visitor?.close();
    await gateway?.close();
  });

  const at = (path: string) => page.goto(gateway.url + path);
  const heading = () => page.locator("h1").innerText();
  let serverUrl = "";

  async function call(url: string, name: string, args: object = {}): Promise<CallResult> {
    const client = await httpClient("client 2.x, 2026-07-28", url);
    try {
      return await client.call(name, args);
    } finally {
      await client.close();
    }
  }

  it("admits only the admin token", async () => {
    await at("/audit?kind=call");
    expect(page.url()).toContain("/sign-in");
    expect(await visitor.faults("sign-in")).toEqual([]);
    await page.getByLabel("Your name").fill("Ada");
    await page.getByLabel("Admin token").fill("not the token at all, but long");
    await page.getByRole("button", { name: "Sign in" }).click();
    expect(await page.getByRole("alert").innerText()).toContain("not the admin token");
    // The browser itself reports the 401.
    complaints.length = 0;
    await page.getByLabel("Admin token").fill(adminToken);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("**/audit?kind=call");
    const cookies = await page.context().cookies();
    expect(cookies.find(({ name }) => name === "standpipe_session")).toMatchObject({
      httpOnly: true,
      sameSite: "Strict",
      path: "/",
    });
  });

  it("adds an account", async () => {
    await at("/accounts/new");
    await page.getByLabel("Name").fill("Second");
    await page.getByLabel("Region").selectOption("sandbox");
    await page.getByLabel("API key").fill("fhb-second");
    await page.getByRole("button", { name: "Add the account" }).click();
    await page.waitForURL(/\/accounts\/acc_/);
    expect(await heading()).toBe("Second");
    await at("/accounts");
    expect(await page.getByRole("row").allInnerTexts()).toHaveLength(3);
  });

  it("reports faults of a form, and keeps its values", async () => {
    await at(`/accounts/${gateway.accountId}/servers/new`);
    await page.getByLabel("Name", { exact: true }).fill("Keeps this");
    await page.getByLabel("Calls of these tools").check();
    await page.getByLabel("Tool names, one per line").fill("no_such_tool");
    await page.getByRole("button", { name: "Create the server URL" }).click();
    expect(await page.getByRole("alert").innerText()).toContain("no_such_tool");
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Keeps this");
    expect(await page.getByLabel("Tool names, one per line").inputValue()).toBe("no_such_tool");
    complaints.length = 0;
  });

  it("creates a server by keyboard alone, and copies its URL", async () => {
    await at(`/accounts/${gateway.accountId}`);
    const tabTo = async (wanted: string) => {
      for (let tabs = 0; tabs < 80; tabs += 1) {
        await page.keyboard.press("Tab");
        const focused = await page.locator(":focus").evaluate((element) => {
          return `${element.id} ${element.getAttribute("name")} ${element.getAttribute("value")} ${element.textContent}`;
        });
        if (focused.includes(wanted)) return;
      }
      throw new Error(`The keyboard doesn't reach ${wanted}.`);
    };
    await tabTo("New server URL");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/servers/new");
    await tabTo("name name");
    await page.keyboard.type("Keyboard assistant");
    await tabTo("confirm delete");
    await page.keyboard.press("ArrowDown");
    await tabTo("surface curated");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("Copy the URL now").waitFor();
    expect(await page.title()).not.toContain("sp_");
    serverUrl = await page.locator("#server-url").innerText();
    await page.getByRole("button", { name: "Copy the server URL" }).press("Enter");
    await expect.poll(() => page.evaluate("navigator.clipboard.readText()")).toBe(serverUrl);
    expect(page.url()).not.toContain("sp_");
    await page.getByText("Claude Code", { exact: true }).click();
    expect(await page.locator("#for-claude-code").innerText()).toContain(serverUrl);
    expect(await visitor.faults("created")).toEqual([]);
    await shoot("created");
  });

  it("created a server that a real client uses, and that asks before it writes", async () => {
    expect((await call(serverUrl, "list_teams", { limit: 1 })).isError).toBeUndefined();
    const args = { name: "Approved on the page", description: "With <b>markup</b>\u202e and a turn" };
    const told = await call(serverUrl, "create_team", args);
    const link = /http\S+\/approvals\/apr_\w+/.exec(told.text)![0];
    await page.goto(link);
    expect(await page.locator("pre").allInnerTexts()).toEqual([
      '"Approved on the page"',
      '"With <b>markup</b>\\u{202e} and a turn"',
    ]);
    expect(await visitor.faults("approval")).toEqual([]);
    await shoot("approval");
    await page.getByRole("button", { name: "Approve this call, once" }).click();
    await page.getByText("The client can make this call once").waitFor();
    expect((await call(serverUrl, "create_team", args)).isError).toBeUndefined();
    expect((await call(serverUrl, "create_team", args)).isError).toBe(true);
    await at("/approvals");
    await page.getByRole("link", { name: "Create a team: “Approved on the page”" }).click();
    await page.getByRole("button", { name: "Refuse" }).click();
    await page.getByText("Refused. The call was not sent.").waitFor();
    expect((await call(serverUrl, "create_team", args)).text).toContain("not_approved");
  });

  it("a link from another site reloads the page once, so that the session cookie is sent", async () => {
    // A link from another site opens the page without the cookie at first.
    const answer = await fetch(`${gateway.url}/approvals`, {
      redirect: "manual",
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect([answer.status, answer.headers.get("refresh")]).toEqual([200, "0;url=/approvals"]);
  });

  it("changes a server", async () => {
    await at(`/accounts/${gateway.accountId}`);
    await page.getByRole("link", { name: "Keyboard assistant" }).click();
    await page.getByRole("link", { name: "Change", exact: true }).click();
    await page.getByLabel("Name", { exact: true }).fill("Renamed assistant");
    await page.getByText("Narrow it further").click();
    await page.getByLabel("List", { exact: true }).uncheck();
    await page.getByLabel("Nothing", { exact: true }).check();
    await page.getByLabel("It stops working").selectOption("86400");
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/\/servers\/srv_\w+$/);
    expect(await heading()).toContain("Renamed assistant");
    await page.getByRole("link", { name: "Settings", exact: true }).click();
    expect(await page.locator("dl").innerText()).toMatch(/get, create, update, delete, custom/);
    await expect
      .poll(() => call(serverUrl, "list_teams").catch((error: Error) => ({ text: error.message })))
      .toMatchObject({
        text: expect.stringContaining("Unknown tool"),
      });
  });

  it("rotates and revokes", async () => {
    await page.getByText("Rotate URL…").click();
    await page.getByLabel("The current URL stops working").selectOption("At once");
    await page.getByRole("button", { name: "Rotate the URL" }).click();
    await page.getByText("has a new URL").waitFor();
    const rotated = await page.locator("#server-url").innerText();
    await expect(call(serverUrl, "search_tools", { query: "teams" })).rejects.toThrow();
    await call(rotated, "get_ai_preferences");
    await page.getByRole("link", { name: "Renamed assistant" }).click();
    await page.getByRole("link", { name: "Settings", exact: true }).click();
    await page.getByText("Revoke…").click();
    await page.getByRole("button", { name: "Revoke Renamed assistant" }).click();
    await page.locator(".state", { hasText: "revoked" }).waitFor();
    await expect(call(rotated, "get_ai_preferences")).rejects.toThrow();
  });

  it("keeps all options when its form is saved unchanged", async () => {
    // Signing in replaces the API token.
    expect(Object.keys({ ...eachOption, oauth: undefined, upstream: undefined }).sort()).toEqual(
      Object.keys(configFields).sort(),
    );
    const { id } = await gateway.serverUrl(eachOption, "As it is");
    await at(`/accounts/${gateway.accountId}/servers/${id}/edit`);
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/\/servers\/srv_\w+$/);
    expect((await getServer(gateway.core, gateway.accountId, id)).config).toEqual(eachOption);
  });

  it("searches the log", async () => {
    await at("/audit");
    await page.getByLabel("Kind").selectOption("call");
    await page.getByLabel("Tool").fill("create_team");
    await page.getByLabel("Outcome").fill("ok");
    await page.getByRole("button", { name: "Search" }).click();
    await page.waitForURL("**/audit?**create_team**");
    expect(await page.locator("tbody tr").count()).toBe(1);
    await page.locator("tbody summary").click();
    expect(await page.locator("tbody pre").innerText()).toContain('"argument_names"');
    expect(await page.content()).not.toContain("Approved on the page");
    await at("/audit?action=approval.approve");
    expect(await page.locator("tbody").innerText()).toContain("Ada");
  });

  it.each([
    ["/audit?since=yesterday", "From (UTC): must be an ISO time"],
    ["/server-urls?state=sleeping", "State: must be one of"],
    ["/review?sort=sideways", "Order: must be one of"],
  ])("says of a wrong value in %s which field it is of", async (path, words) => {
    await at(path);
    expect(await page.locator("main").innerText()).toContain(words);
    // The browser itself reports the 400.
    complaints.length = 0;
  });

  it("no violation of the content security policy, and no exception", () => {
    expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
  });

  async function shoot(name: string): Promise<void> {
    if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  }
});
