import { describe, expect, it } from "vitest";
import { httpClient } from "../../fixtures/clients.js";
import { createAccount } from "../../../gateway/accounts/accounts.js";
import { listAllServers } from "../../../gateway/servers/server-lists.js";
import { createServer } from "../../../gateway/servers/servers.js";
import { chromiumPath } from "./browser.js";
import { act } from "./kit.js";
import { gateway, page, visitor, useSignedIn } from "./signed-in.js";

const DAY_MS = 86_400_000;

describe.skipIf(chromiumPath === undefined)("home, and the server URLs of all accounts, in Chromium", () => {
  useSignedIn();

  const at = (path: string) => page.goto(gateway.url + path);
  const figure = (title: string) => {
    const heading = page.getByRole("heading", { name: title, exact: true });
    return page.locator(".figure", { has: heading }).locator(".big").innerText();
  };
  const card = (title: string) => page.locator(".card", { has: page.getByRole("heading", { name: title }) });

  it("shows three steps to a first call, and ticks each when it is done", async () => {
    await at("/");
    const states = () => page.locator(".steps .state").allInnerTexts();
    expect(await states()).toEqual(["done", "to do", "to do"]);
    const { url } = await gateway.serverUrl({}, "On call");
    await at("/");
    expect(await states()).toEqual(["done", "done", "to do"]);
    const client = await httpClient("client 2.x, 2026-07-28", url);
    await client.call("list_teams", { limit: 1 });
    await client.call("get_incident", { incident_id: "no-such-incident" });
    await client.close();
    const again = () => at("/").then(states);
    await expect.poll(again).toEqual([]);
  });

  it("counts calls and errors, and names the server URL that fails", async () => {
    const callsAndErrors = async () => {
      await at("/?range=7d");
      return [await figure("Calls"), await figure("Errors")];
    };
    await expect.poll(callsAndErrors).toEqual(["2", "1"]);
    expect(await page.locator(".figure").first().locator("rect").count()).toBe(7);
    expect(await card("Server URLs that fail").innerText()).toContain("1 of 2 calls failed");
    expect(await page.getByRole("link", { name: "7 days" }).getAttribute("aria-current")).toBe("true");
  });

  it("lists server URLs that expire soon, and unused ones", async () => {
    const { core, accountId } = gateway;
    await createServer(core, accountId, { name: "Forgotten" }, act);
    gateway.pass(31 * DAY_MS);
    const expires_at = new Date(core.now().getTime() + 3 * DAY_MS).toISOString();
    await createServer(core, accountId, { name: "Ends soon", expires_at }, act);
    await visitor.signIn(gateway.url);
    expect(await card("Server URLs that expire soon").getByRole("link").allInnerTexts()).toEqual([
      "Ends soon",
    ]);
    expect(await card("Unused server URLs").innerText()).toContain("Forgotten");
  });

  it("renews the list of what happens now", async () => {
    await at("/");
    const { url } = await gateway.serverUrl({}, "Live");
    const client = await httpClient("client 2.x, 2026-07-28", url);
    await client.call("list_services", { limit: 1 });
    await client.close();
    await page.locator(".feed").getByText("list_services").waitFor();
  });

  it("finds, filters and sorts the server URLs of all accounts", async () => {
    const account = { name: "Other", api_key: "fhb-other", region: "sandbox", verify: false };
    const { id } = await createAccount(gateway.core, account, act);
    await createServer(gateway.core, id, { name: "100%_sure" }, { ...act, actor: "Grace" });
    const names = () => page.locator("tbody td.free:nth-child(2)").allInnerTexts();
    await at("/server-urls");
    expect(await names()).toEqual(["100%_sure", "Live", "Ends soon", "Forgotten", "On call"]);
    await page.getByRole("link", { name: "Server URL", exact: true }).click();
    await page.waitForURL("**/server-urls?sort=name");
    expect(await names()).toEqual(["100%_sure", "Ends soon", "Forgotten", "Live", "On call"]);
    expect(await page.locator("[aria-sort=ascending]").innerText()).toContain("Server URL");
    await page.getByLabel("Made by").selectOption("Grace");
    await page.getByRole("button", { name: "Search" }).click();
    await page.waitForURL("**made_by=Grace**");
    expect(await names()).toEqual(["100%_sure"]);
    for (const [query, wanted] of [
      ["q=0%25_", ["100%_sure"]],
      ["q=LIVE", ["Live"]],
      ["expires=7d", ["Ends soon"]],
      [`integrated_account_id=${id}`, ["100%_sure"]],
      ["state=revoked", []],
    ] as const) {
      await at(`/server-urls?${query}`);
      expect(await names(), query).toEqual(wanted);
    }
  });

  it("revokes several at once, after a page that names them", async () => {
    await at("/server-urls");
    await page.getByLabel("Forgotten").check();
    await page.getByLabel("Live").check();
    await page.getByRole("button", { name: "Revoke the ticked ones…" }).click();
    expect(await page.locator("h1").innerText()).toBe("Revoke 2 server URLs?");
    expect(await visitor.faults("revoke")).toEqual([]);
    await page.getByRole("button", { name: "Revoke 2 server URLs" }).click();
    await page.waitForURL("**/server-urls");
    const { result } = await listAllServers(gateway.core, { state: "revoked", sort: "name" });
    expect(result.map(({ name }) => name)).toEqual(["Forgotten", "Live"]);
  });
});
