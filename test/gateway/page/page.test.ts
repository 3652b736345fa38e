import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { configFields, type ServerConfig } from "../../../gateway/server-config.js";
import { getServer } from "../../../gateway/servers/servers.js";
import { httpClient, type CallResult } from "../../fixtures/clients.js";
import { chromiumPath } from "./browser.js";
import { adminToken, testGateway, type TestGateway } from "./kit.js";
import { visit, type Visitor } from "./visitor.js";

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

  it("previews a server's tools live, with the API's counts", async () => {
    await at(`/accounts/${gateway.accountId}/servers/new`);
    const output = page.locator("output");
    const preview = async (query: string) => {
      const headers = { authorization: `Bearer ${adminToken}` };
      const answer = await fetch(`${gateway.url}/integrated-account/${gateway.accountId}/tools?${query}`, {
        headers,
      });
      return (await answer.json()) as { tool_count: number; listed_count: number; listed_tokens: number };
    };
    const words = ({ tool_count, listed_count, listed_tokens }: Awaited<ReturnType<typeof preview>>) => {
      const number = (count: number) => count.toLocaleString("en");
      return `${number(tool_count)} tools, ${number(listed_count)} listed (${number(listed_tokens)} tokens)`;
    };
    expect(await output.innerText()).toBe(words(await preview("surface=curated")));
    await page.getByLabel("For ChatGPT").check();
    expect(await output.innerText()).toBe(words(await preview("surface=chatgpt")));
    await page.getByLabel("Every tool of this server URL").check();
    expect(await output.innerText()).toBe(words(await preview("surface=full")));
    for (const name of ["Create", "Update", "Delete", "Other actions"])
      await page.getByLabel(name, { exact: true }).uncheck();
    await page.getByLabel("incidents", { exact: true }).check();
    expect(await output.innerText()).toBe(words(await preview("surface=full&methods=read&tags=incidents")));
    await page.getByLabel("For ChatGPT").check();
    expect(await output.innerText()).toBe(
      words(await preview("surface=chatgpt&methods=read&tags=incidents")),
    );
    await page.getByLabel("Search tools only").check();
    expect(await output.innerText()).toBe(
      words(await preview("surface=discover&methods=read&tags=incidents")),
    );
    await page.getByText("Choose single tools").click();
    await page.getByLabel("Find", { exact: true }).fill("get_incident");
    expect(await page.locator(".picker li:visible").count()).toBeLessThan(60);
    await page.getByRole("button", { name: "Untick all shown" }).click();
    await page.getByLabel("Find", { exact: true }).fill("");
    expect(await output.innerText()).not.toBe(
      words(await preview("surface=discover&methods=read&tags=incidents")),
    );
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
    await tabTo("surface curated");
    await page.keyboard.press("ArrowDown");
    await tabTo("confirm delete");
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
    await page.getByRole("link", { name: "create_team" }).click();
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
    await page.getByLabel("List", { exact: true }).uncheck();
    await page.getByLabel("Nothing", { exact: true }).check();
    await page.getByLabel("It stops working").selectOption("86400");
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/\/servers\/srv_\w+$/);
    expect(await heading()).toContain("Renamed assistant");
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
    await page.getByText("Revoke…").click();
    await page.getByRole("button", { name: "Revoke Renamed assistant" }).click();
    await page.locator(".state", { hasText: "revoked" }).waitFor();
    await expect(call(rotated, "get_ai_preferences")).rejects.toThrow();
  });

  it("keeps all options when its form is saved unchanged", async () => {
    const config: ServerConfig = {
      methods: ["read"],
      tags: ["incidents"],
      tools: { deny: ["list_incident_events"] },
      surface: "full",
      names: "managed",
      require_api_token_auth: true,
      rate_limit: { calls: 5, seconds: 30 },
      result_token_budget: 9_000,
      on_429: "pass",
      connect_seconds: 2,
      first_byte_seconds: 10.5,
      call_seconds: 20,
      program_seconds: 12,
      program_memory_mb: 32,
      program_calls: 50,
      program_kb: 20,
      redact: ["emails", "phone"],
      output_schemas: true,
      resolve_names: false,
      confirm: ["get_incident"],
      confirm_by: "client",
      approvers: ["ada"],
      approvals_needed: 2,
    };
    // Signing in replaces the API token.
    expect(Object.keys({ ...config, oauth: undefined }).sort()).toEqual(Object.keys(configFields).sort());
    const { id } = await gateway.serverUrl(config, "As it is");
    await at(`/accounts/${gateway.accountId}/servers/${id}/edit`);
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/\/servers\/srv_\w+$/);
    expect((await getServer(gateway.core, gateway.accountId, id)).config).toEqual(config);
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
