import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogueOnDisk, reviewedChanges, type OnDisk } from "../review/kit.js";
import { chromiumPath } from "./browser.js";
import { drivers, type Driver, type DriverName } from "./drivers.js";
import { testGateway, type TestGateway } from "./kit.js";
import { fill, type RealData } from "./real-data.js";
import { visit, type Visitor } from "./visitor.js";

/** Ten journeys: by keyboard on a desktop, and by touch on a phone. No mouse is used. */
describe.skipIf(chromiumPath === undefined).each(Object.keys(drivers) as DriverName[])(
  "a person, by %s alone,",
  (name) => {
    let gateway: TestGateway;
    let disk: OnDisk;
    let data: RealData;
    let visitor: Visitor;
    let page: Page;
    let driver: Driver;

    beforeAll(async () => {
      disk = await catalogueOnDisk();
      await disk.write(reviewedChanges);
      gateway = await testGateway(undefined, disk.compare);
      data = await fill(gateway);
      visitor = await visit({ isPhone: name === "touch" });
      page = visitor.page;
      driver = drivers[name](page);
    }, 120_000);
    afterAll(async () => {
      await visitor?.close();
      await gateway?.close();
      await disk?.remove();
    });

    const at = (path: string) => page.goto(gateway.url + path);
    const press = (target: Locator) => driver.press(target);
    const write = (label: string, text: string) =>
      driver.write(page.getByLabel(label, { exact: true }), text);
    const button = (words: string) => page.getByRole("button", { name: words, exact: true });
    const link = (words: string) => page.getByRole("link", { name: words, exact: true }).first();
    const shown = (words: string) => page.getByText(words, { exact: true }).first().waitFor();

    it("signs in, and sees what happened in the last 30 days", async () => {
      await at("/sign-in");
      await write("Your name", "Ada");
      await write("Admin token", visitor.adminToken);
      await press(button("Sign in"));
      await page.waitForURL(`${gateway.url}/`);
      await press(link("30 days"));
      await page.waitForURL("**/?range=30d");
    });

    it("adds an account", async () => {
      await press(link("Accounts"));
      await press(link("Add an account"));
      await write("Name", "Second");
      await write("API key", "fhb-second");
      await press(page.getByLabel("Save the key without checking it"));
      await press(button("Add the account"));
      await page.waitForURL(/\/accounts\/acc_/);
      expect(await page.locator("h1").innerText()).toBe("Second");
    });

    it("makes a server URL from a preset, and sees how to connect a client", async () => {
      await at(`/accounts/${gateway.accountId}`);
      await press(link("New server URL"));
      await press(page.getByRole("link", { name: "Read-only" }));
      await write("Name", "New one");
      await press(button("Create the server URL"));
      await page.getByText("Copy the URL now").waitFor();
      await press(page.locator("summary").filter({ hasText: "Cursor" }));
      await page.locator("#for-cursor").waitFor();
    });

    it("reads what a server URL may do, and revokes it", async () => {
      await at("/server-urls?q=New+one");
      await press(link("New one"));
      await press(link("Permissions"));
      await press(page.locator("#group-incidents a").first());
      await page.locator("#group-incidents").getByText("list_incidents", { exact: true }).waitFor();
      await press(link("Settings"));
      await press(page.locator("summary").filter({ hasText: "Revoke…" }));
      await press(button("Revoke New one"));
      await shown("revoked");
    });

    it("revokes several server URLs at once", async () => {
      await at("/server-urls?q=On-call&state=active");
      const boxes = page.locator("input[name=server]");
      await press(boxes.first());
      await press(boxes.nth(1));
      await press(button("Revoke the ticked ones…"));
      await press(button("Revoke 2 server URLs"));
      await page.waitForURL("**/server-urls");
    });

    it("decides about a waiting call", async () => {
      await at(`/approvals/${data.approval}`);
      await press(button("Refuse"));
      await shown("Refused. The call was not sent.");
    });

    it("finds a tool by what it does", async () => {
      await press(link("Tools"));
      await driver.write(page.getByRole("searchbox"), "page someone");
      await page.keyboard.press("Enter");
      await press(link("create_page"));
      await page.getByRole("heading", { name: "Arguments" }).waitFor();
    });

    it("calls a tool as a client does, and finds the call in the log", async () => {
      await at(`/playground?server=${data.server}&tool=list_teams`);
      await press(button("Call it"));
      await shown("It answered");
      await press(link("Activity"));
      await press(page.locator("tbody summary").first());
      await page.locator("tbody details pre").first().waitFor();
    });

    it("makes an API token, and revokes it", async () => {
      await press(link("API tokens"));
      await press(link("Make an API token"));
      await write("Name", "Nightly");
      await press(button("Make the API token"));
      await page.locator("main .copyline").first().waitFor();
      await press(link("API tokens"));
      const row = page.getByRole("row").filter({ hasText: "Nightly" });
      await press(row.locator("summary"));
      await press(row.getByRole("button"));
      await row.waitFor({ state: "detached" });
    });

    it("reviews what a restart would change, and signs out", async () => {
      await press(link("Review"));
      await press(page.locator("summary").filter({ hasText: "list_incidents" }));
      await page.locator("ins").filter({ hasText: "Newly worded" }).waitFor();
      await press(button("Sign out"));
      await page.waitForURL("**/sign-in");
    });

    it("causes no error in the browser", () => {
      expect(visitor.complaints.filter((text) => !/status of 40\d/.test(text))).toEqual([]);
    });
  },
);
