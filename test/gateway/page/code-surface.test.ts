import { describe, expect, it } from "vitest";
import { httpClient } from "../../fixtures/clients.js";
import { chromiumPath } from "./browser.js";
import { gateway, page, useSignedIn } from "./signed-in.js";

describe.skipIf(chromiumPath === undefined)("a server URL for programs, in Chromium", () => {
  useSignedIn();

  it("is made on the form, which says what it lists, and runs a client's program", async () => {
    await page.goto(`${gateway.url}/accounts/${gateway.accountId}/servers/new`);
    await page.getByLabel("Search, and programs that call any tool").check();
    const line = page.locator("output > span").first();
    await expect.poll(() => line.innerText()).toMatch(/^Holds 474 tools, lists 3, costs \d{3} tokens\.$/);
    await page.getByLabel("Name", { exact: true }).fill("For programs");
    await page.getByRole("button", { name: "Create the server URL" }).click();
    await page.getByText("Copy the URL now").waitFor();
    const url = await page.locator("#server-url").innerText();
    await page.getByText("Codex", { exact: true }).click();
    expect(await page.locator("#for-codex").innerText()).toContain(`url = "${url}"`);

    const { client, call, close } = await httpClient("client 2.x, 2026-07-28", url);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["search_tools", "run_read", "run_write"]);
    const program = `const teams = await api.all("list_teams", {}); return teams.length`;
    const { text } = await call("run_read", { program });
    expect(JSON.parse(text)).toEqual({ result: expect.any(Number) as number });
    await close();
    await page.getByText("Connected: a client uses this URL").waitFor();
  });
});
