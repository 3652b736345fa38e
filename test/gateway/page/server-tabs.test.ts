import { beforeAll, describe, expect, it } from "vitest";
import { httpClient } from "../../fixtures/clients.js";
import { chromiumPath } from "./browser.js";
import { gateway, page, useSignedIn } from "./signed-in.js";

describe.skipIf(chromiumPath === undefined)("the page of one server URL, in Chromium", () => {
  useSignedIn();
  let server: { readonly id: string; readonly url: string };
  let here: string;

  beforeAll(async () => {
    server = await gateway.serverUrl({ methods: ["read"], tags: ["pages", "teams", "users"] }, "Reader");
    here = `${gateway.url}/accounts/${gateway.accountId}/servers/${server.id}`;
    await call("list_teams", { limit: 1 });
    await call("get_team", { team_id: "00000000-0000-4000-8000-000000000000" });
  }, 120_000);

  async function call(tool: string, args: object) {
    const client = await httpClient("client 2.x, 2026-07-28", server.url);
    await client.call(tool, args);
    await client.close();
  }

  it("shows what it did: numbers, who called, which tools, and the last calls", async () => {
    await page.goto(here);
    const words = await page.locator("main").innerText();
    expect(words).toContain("With the URL alone");
    expect(words).toMatch(/list_teams\s+1 call\n/);
    expect(words).toMatch(/get_team\s+1 call, 1 failed/);
    const newest = page.locator("tbody tr").first();
    expect(await newest.innerText()).toContain("HTTP 404");
    await newest.locator("summary").click();
    expect(await newest.locator("dl").innerText()).toMatch(/The API took\s+\d+ ms/);
  });

  it("shows times in the zone of the browser, and UTC in their titles", async () => {
    await page.context().addCookies([{ name: "standpipe_zone", value: "Asia%2FTokyo", url: gateway.url }]);
    await page.goto(`${here}/settings`);
    const time = page.locator("dl time").last();
    const [shown, utc, at] = [
      await time.innerText(),
      await time.getAttribute("title"),
      await time.getAttribute("datetime"),
    ];
    expect(utc).toBe(`${at!.slice(0, 19).replace("T", " ")} UTC`);
    const tokyo = new Date(Date.parse(at!) + 9 * 3_600_000).toISOString();
    expect(shown).toBe(tokyo.slice(0, 16).replace("T", " "));
    await page.context().addCookies([{ name: "standpipe_zone", value: "Nowhere", url: gateway.url }]);
    await page.goto(`${here}/settings`);
    expect(await page.locator("dl time").last().innerText()).toBe(utc!.replace(/:\d\d UTC/, " UTC"));
  });

  it("shows in sentences what it may do, and lists the tools of a group", async () => {
    await page.goto(`${here}/permissions`);
    expect(await page.locator("#group-teams").innerText()).toMatch(/read\s+3 of 6/);
    expect(await page.locator("#group-incidents").innerText()).toMatch(/nothing\s+none of 57/);
    await page.getByRole("link", { name: /show the tools of teams/ }).click();
    expect(await page.locator("#group-teams li").allInnerTexts()).toEqual([
      expect.stringContaining("get_team"),
      expect.stringContaining("list_teams"),
      expect.stringContaining("list_third_party_schedules"),
    ]);
  });

  it("marks tools that page people and that customers see", async () => {
    const { id } = await gateway.serverUrl({}, "Everything");
    const path = `${gateway.url}/accounts/${gateway.accountId}/servers/${id}/permissions`;
    await page.goto(`${path}?group=pages`);
    expect(await page.locator("#group-pages li").innerText()).toMatch(
      /create_page[^]*writes[^]*pages people/,
    );
    await page.goto(`${path}?group=status_pages`);
    const deleted = page.locator("#group-status_pages li", { hasText: "delete_hosted_status_page_link" });
    expect(await deleted.innerText()).toMatch(/deletes[^]*customers see it/);
  });

  it("has settings for clients with a place for the token, which it does not know", async () => {
    await page.goto(`${here}/connect`);
    await page.getByText("Codex", { exact: true }).click();
    expect(await page.locator("#for-codex").innerText()).toContain("/mcp/PASTE-THE-TOKEN-OF-THE-URL");
    expect(await page.getByRole("link", { name: "Add to Cursor" }).count()).toBe(0);
  });

  it("renews its activity", async () => {
    await page.goto(`${here}/activity`);
    await call("list_users", { limit: 1 });
    await page.locator("td", { hasText: /^list_users$/ }).waitFor();
  });
});
