import { beforeAll, describe, expect, it } from "vitest";
import { createAccount } from "../../../gateway/accounts/accounts.js";
import { createServer } from "../../../gateway/servers/servers.js";
import { chromiumPath } from "./browser.js";
import { act } from "./kit.js";
import { gateway, page, visitor, useSignedIn } from "./signed-in.js";

describe.skipIf(chromiumPath === undefined)("the playground, in Chromium", () => {
  useSignedIn();
  let server: string;

  beforeAll(async () => {
    const config = { tags: ["teams", "incidents"], surface: "full", confirm: "delete" } as const;
    server = (await gateway.serverUrl(config, "Practice bot")).id;
  }, 120_000);

  const at = (query: string) => page.goto(`${gateway.url}/playground?${query}`);
  const result = () => page.locator("#result");

  it("lists what the client of a server URL lists", async () => {
    await at("");
    await page.getByLabel("Server URL").selectOption("Practice bot");
    await page.getByRole("button", { name: "Show" }).click();
    const names = await page.getByLabel("Tool", { exact: true }).locator("option").allInnerTexts();
    expect(names).toContain("create_team");
    expect(names).not.toContain("create_page");
    await page.getByLabel("Tool", { exact: true }).selectOption("list_teams");
    await page.getByRole("button", { name: "Show" }).click();
    await page.getByRole("heading", { name: "List teams" }).waitFor();
    expect(await visitor.faults("playground")).toEqual([]);
  });

  it("finds values by their names, calls, and shows what the model gets", async () => {
    await at(`server=${server}&tool=get_team`);
    await page.getByRole("button", { name: "Find values of team_id" }).click();
    await page.locator("#arg-team_id").selectOption({ index: 1 });
    const id = await page.locator("#arg-team_id").inputValue();
    await page.getByRole("button", { name: "Call it" }).click();
    await page.getByText("It answered", { exact: true }).waitFor();
    expect(await result().innerText()).toContain(id);
    expect(await result().innerText()).toMatch(/\d+ tokens, \d+ ms/);
    expect(await page.locator("#copy-0").innerText()).toBe(
      JSON.stringify({ name: "get_team", arguments: { team_id: id } }, null, 2),
    );
    expect(await page.locator("#copy-1").innerText()).toContain("/mcp/PASTE-THE-TOKEN-OF-THE-URL");
    expect(await visitor.faults("result")).toEqual([]);
  });

  it("passes the server URL's approvals, and the log names the person", async () => {
    await at(`server=${server}&tool=delete_team`);
    await page.locator("#arg-team_id").fill("00000000-0000-4000-8000-000000000000");
    await page.getByRole("button", { name: "Call it" }).click();
    await page.getByText("It answered with an error").waitFor();
    expect(await result().innerText()).toContain("approval");
    await page.goto(`${gateway.url}/audit?actor=Ada&tool=delete_team`);
    expect(await page.locator("tbody tr").count()).toBeGreaterThan(0);
  });

  it("asks before it changes real data", async () => {
    const account = { name: "Acme production", api_key: "fhb-real", region: "us", verify: false };
    const { id: accountId } = await createAccount(gateway.core, account, act);
    const config = { surface: "full", confirm: "write" } as const;
    const { id } = await createServer(gateway.core, accountId, { name: "Real", config }, act);
    await at(`server=${id}&tool=create_team`);
    await page.locator("#arg-name").fill("Not sent");
    await page.getByRole("button", { name: "Call it" }).click();
    await page.getByText("This changes real data of Acme production.").waitFor();
    expect(await page.locator("#arg-name").inputValue()).toBe("Not sent");
    const calls = await gateway.core.store.db
      .selectFrom("approvals")
      .select("id")
      .where("server_id", "=", id)
      .execute();
    expect(calls).toEqual([]);
  });
});
