import { beforeAll, describe, expect, it } from "vitest";
import { listServers } from "../../../gateway/servers/server-lists.js";
import { chromiumPath } from "./browser.js";
import { adminToken } from "./kit.js";
import { gateway, page, visitor, useSignedIn } from "./signed-in.js";

describe.skipIf(chromiumPath === undefined)("the form of a server URL, in Chromium", () => {
  useSignedIn();
  let path: string;

  beforeAll(async () => {
    path = `${gateway.url}/accounts/${gateway.accountId}/servers/new`;
  }, 120_000);

  /** The line of the form, from the API's own numbers. */
  async function words(query: string): Promise<string> {
    const headers = { authorization: `Bearer ${adminToken}` };
    const answer = await fetch(`${gateway.url}/integrated-account/${gateway.accountId}/tools?${query}`, {
      headers,
    });
    const { tool_count, listed_count, listed_tokens } = (await answer.json()) as Record<string, number>;
    const number = (count: number) => count.toLocaleString("en");
    return `Holds ${number(tool_count!)} tools, lists ${listed_count}, costs ${number(listed_tokens!)} tokens.`;
  }

  const line = () => page.locator("output > span").first().innerText();
  const box = (name: string) => page.getByRole("checkbox", { name, exact: true });
  const create = async (name: string) => {
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByRole("button", { name: "Create the server URL" }).click();
    await page.getByText("Copy the URL now").waitFor();
    const { result } = await listServers(gateway.core, gateway.accountId, { q: name });
    return result[0]!;
  };

  it("says live what it holds, with the API's counts", async () => {
    await page.goto(path);
    expect(await line()).toBe(await words("surface=curated"));
    await page.getByLabel("For ChatGPT").check();
    await expect.poll(line).toBe(await words("surface=chatgpt"));
    await page.getByText("Narrow it further").click();
    for (const name of ["Create", "Update", "Delete", "Other actions"]) await box(name).uncheck();
    await box("incidents").check();
    await expect.poll(line).toBe(await words("surface=chatgpt&methods=read&tags=incidents"));
    await page.getByLabel("Search tools only").check();
    await expect.poll(line).toBe(await words("surface=discover&methods=read&tags=incidents"));
    await page.getByLabel("Name", { exact: true }).fill("Kept");
    await page.getByRole("button", { name: "Choose single tools" }).click();
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Kept");
    await page.getByLabel("Find", { exact: true }).fill("get_incident");
    expect(await page.locator(".picker li:visible").count()).toBeLessThan(60);
    const before = await line();
    await page.getByRole("button", { name: "Untick all shown" }).click();
    await expect.poll(line).not.toBe(before);
  });

  it("lists the tools that are in, and keeps the list right with each choice", async () => {
    await page.goto(path);
    await page.getByLabel("Name", { exact: true }).fill("Kept");
    await page.getByRole("button", { name: "Show the tools that are in" }).click();
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Kept");
    const rows = page.getByRole("list", { name: "Tools that are in" }).getByRole("listitem");
    const held = async () => Number(/Holds ([\d,]+)/.exec(await line())![1]!.replace(",", ""));
    expect(await rows.count()).toBe(await held());
    const row = (name: string) => rows.filter({ hasText: new RegExp(`^${name} `) });
    expect(await row("create_page").innerText()).toMatch(/pages: .*pages people/s);
    await page.locator(`[name="level.pages"][value="none"]`).check();
    await expect.poll(() => row("create_page").count()).toBe(0);
    expect(await rows.count()).toBe(await held());
    expect((await create("Listed")).config.permissions).toMatchObject({ pages: "none" });
  });

  it("a preset fills the form: groups, and an expiry", async () => {
    await page.goto(path);
    await page.getByRole("link", { name: "Contractor, 30 days" }).click();
    const now = gateway.core.now().getTime();
    const { config, expires_at, made_by } = await create("Contractor");
    expect(config.permissions).toEqual({
      ...{ incidents: "write", tasks: "write", retrospectives: "write" },
      ...{ catalog: "read", teams: "read", users: "read" },
    });
    expect(config.confirm).toBe("delete");
    expect(Math.round((Date.parse(expires_at!) - now) / 86_400_000)).toBe(30);
    expect(made_by).toBe("Ada");
  });

  it("writes only the groups that differ, and expires after 90 days by default", async () => {
    await page.goto(`${path}?preset=read_only`);
    const says = page.locator("output");
    await expect.poll(() => says.innerText()).toContain("May page people: no.");
    await page.locator('[name="level.pages"][value="write"]').check();
    await expect.poll(() => says.innerText()).toContain("May page people: yes.");
    await page.locator('[name="level.users"][value="none"]').check();
    const { config, expires_at } = await create("Mostly reads");
    expect(config.permissions).toEqual({ "*": "read", pages: "write", users: "none" });
    const days = (Date.parse(expires_at!) - gateway.core.now().getTime()) / 86_400_000;
    expect(Math.round(days)).toBe(90);
  });

  it("works without scripts: the line, the list of tools, and the result", async () => {
    const cookies = await page.context().cookies();
    const browser = page.context().browser()!;
    const plain = await browser.newContext({ javaScriptEnabled: false });
    try {
      await plain.addCookies(cookies);
      const still = await plain.newPage();
      await still.goto(path);
      await still.locator('[name="level.incidents"][value="none"]').check();
      await still.getByRole("button", { name: "Preview" }).click();
      expect(await still.locator("output").innerText()).toContain("Holds 417 tools");
      await still.getByText("Narrow it further").click();
      await still.getByRole("button", { name: "Choose single tools" }).click();
      await still.getByRole("checkbox", { name: /^list_teams/ }).uncheck();
      await still.getByLabel("Name", { exact: true }).fill("No script");
      await still.getByRole("button", { name: "Create the server URL" }).click();
      await still.getByText("Copy the URL now").waitFor();
    } finally {
      await plain.close();
    }
    const { result } = await listServers(gateway.core, gateway.accountId, { q: "No script" });
    expect(result[0]!.config).toMatchObject({
      permissions: { incidents: "none", "*": "all" },
      tools: { deny: ["list_teams"] },
    });
  });

  it("names each fault at its field, in words", async () => {
    await page.goto(path);
    await page.locator("[name=call_seconds]").evaluate((field) => field.removeAttribute("max"));
    await page.getByLabel("Maximum seconds of a call").fill("9999");
    await page.getByLabel("Name", { exact: true }).fill("Slow");
    await page.getByRole("button", { name: "Create the server URL" }).click();
    const fault = "Maximum seconds of a call: must be from 0.1 to 600";
    expect(await page.getByRole("alert").innerText()).toContain(fault);
    await page.getByRole("link", { name: fault }).click();
    const field = page.locator("#call_seconds");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator("#call_seconds-fault").innerText()).toBe(fault);
    expect(await visitor.faults("form with a fault")).toEqual([]);
  });

  it("is small: the page and its files have at most 60 kB", async () => {
    const { id } = await gateway.serverUrl({}, "Small");
    const here = `/accounts/${gateway.accountId}`;
    const server = `${here}/servers/${id}`;
    const paths = [
      ...["/", "/server-urls", "/tools", "/tools/create_incident", "/approvals", "/audit", "/tokens"],
      ...["/review", "/ci-tokens", "/people"],
      ...["/tokens/new", "/accounts", "/accounts/new", `/playground?server=${id}&tool=get_team`],
      ...[here, `${here}/edit`, server, `${server}/connect`, `${server}/activity`, `${server}/settings`],
      ...[`${server}/permissions`, `${server}/edit`],
    ];
    for (const place of [path, ...paths.map((one) => gateway.url + one)]) {
      await page.goto(place, { waitUntil: "load" });
      const bytes = await page.evaluate<number>(
        `[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
          .reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0)`,
      );
      expect(bytes, place).toBeGreaterThan(10_000);
      expect(bytes, place).toBeLessThan(60_000);
    }
  });
});
