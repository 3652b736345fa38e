import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./browser.js";
import { testGateway, type TestGateway } from "./kit.js";
import { fill, type RealData } from "./real-data.js";
import { visit, type Visitor } from "./visitor.js";

describe.skipIf(chromiumPath === undefined)("the page on a phone, by touch alone", () => {
  let gateway: TestGateway;
  let data: RealData;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    gateway = await testGateway();
    data = await fill(gateway);
    visitor = await visit({ isPhone: true });
    page = visitor.page;
  }, 120_000);
  afterAll(async () => {
    await visitor?.close();
    await gateway?.close();
  });

  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const link = (name: string) => page.getByRole("link", { name, exact: true }).first();
  const tap = (target: Locator) => target.tap();
  const at = (path: string) => page.goto(gateway.url + path);

  it("a person signs in, makes a server URL, and sees how to connect a client", async () => {
    await at("/sign-in");
    await page.getByLabel("Your name").fill("Ada");
    await page.getByLabel("Admin token").fill(visitor.adminToken);
    await tap(button("Sign in"));
    await page.waitForURL(`${gateway.url}/`);
    await tap(link("Accounts"));
    await tap(link("Practice"));
    await tap(link("New server URL"));
    await tap(page.getByRole("link", { name: "Read-only" }));
    await page.getByLabel("Name", { exact: true }).fill("By touch");
    await tap(page.locator(`[name="level.incidents"][value="write"]`));
    await tap(button("Create the server URL"));
    await page.getByText("Copy the URL now").waitFor();
    await tap(page.getByText("Cursor", { exact: true }));
    await page.locator("#for-cursor").waitFor();
  });

  it("a person opens the tabs of a server URL", async () => {
    await at("/server-urls?q=By+touch");
    await tap(link("By touch"));
    await tap(link("Permissions"));
    await tap(page.locator("#group-incidents a").first());
    await page.locator("#group-incidents").getByText("create_incident", { exact: true }).waitFor();
    await tap(link("Settings"));
    await tap(page.getByText("Revoke…"));
    await tap(button("Revoke By touch"));
    await page.getByText("revoked", { exact: true }).first().waitFor();
  });

  it("a person decides about a waiting call", async () => {
    await at(`/approvals/${data.approval}`);
    await tap(button("Refuse"));
    await page.getByText("Refused. The call was not sent.").waitFor();
  });

  it("a person finds a tool, and calls one in the playground", async () => {
    await at("/tools");
    await page.getByRole("searchbox").fill("page someone");
    await page.keyboard.press("Enter");
    await tap(link("create_page"));
    await page.getByRole("heading", { name: "Arguments" }).waitFor();
    await at(`/playground?server=${data.server}&tool=list_teams`);
    await tap(button("Call it"));
    await page.getByText("It answered", { exact: true }).waitFor();
  });

  it("a person opens the details of a call in the log, and signs out", async () => {
    await at("/audit");
    await tap(page.locator("tbody summary").first());
    await page.locator("tbody details pre").first().waitFor();
    await tap(button("Sign out"));
    await page.waitForURL("**/sign-in");
  });

  it("makes no error in the browser", () => {
    expect(visitor.complaints.filter((text) => !/status of 40\d/.test(text))).toEqual([]);
  });
});
