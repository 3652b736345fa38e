import { describe, expect, it } from "vitest";
import { listServers } from "../../../gateway/servers/server-lists.js";
import { httpClient } from "../../fixtures/clients.js";
import { chromiumPath } from "./browser.js";
import { visit } from "./visitor.js";
import { gateway, page, visitor, useSignedIn } from "./signed-in.js";

/** A folder for screenshots, if it is set. */
const shots = process.env["SHOTS"];

describe.skipIf(chromiumPath === undefined)("connecting a client, in Chromium", () => {
  useSignedIn();

  const count = async () =>
    (await listServers(gateway.core, gateway.accountId, { limit: 200 })).result.length;

  async function create(name: string): Promise<string> {
    await page.goto(`${gateway.url}/accounts/${gateway.accountId}/servers/new`);
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByRole("button", { name: "Create the server URL" }).click();
    await page.getByText("Copy the URL now").waitFor();
    return page.locator("#server-url").innerText();
  }

  async function look(name: string): Promise<void> {
    for (const [width, height] of shots
      ? [
          [390, 844],
          [1280, 900],
        ]
      : []) {
      await page.setViewportSize({ width: width!, height: height! });
      await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
    }
    await page.setViewportSize({ width: 1280, height: 720 });
  }

  it("shows a new URL once; reloading makes no second server", async () => {
    const url = await create("Shown once");
    const before = await count();
    await look("created");
    await page.reload();
    expect(await page.locator("#server-url").count()).toBe(0);
    expect(await page.locator("h1").innerText()).toContain("Shown once");
    await page.goBack();
    expect(await page.content()).not.toContain(url);
    expect(await count()).toBe(before);
  });

  it("shows a new API token once; reloading makes no second token", async () => {
    await page.goto(`${gateway.url}/tokens/new`);
    await page.getByLabel("Name", { exact: true }).fill("Laptop");
    await page.locator("main button.primary").click();
    const token = await page.locator("#api-token").innerText();
    await page.reload();
    expect(page.url()).toBe(`${gateway.url}/tokens`);
    expect(await page.content()).not.toContain(token);
    expect(await page.getByRole("row", { name: "Laptop" }).count()).toBe(1);
  });

  it("keeps the URL from another session that has the cookie", async () => {
    await page.goto(`${gateway.url}/accounts/${gateway.accountId}/servers/new`);
    await page.getByLabel("Name", { exact: true }).fill("Not for others");
    const redirected = page.waitForResponse((one) => one.status() === 303);
    await page.getByRole("button", { name: "Create the server URL" }).click();
    const { location, "set-cookie": once = "" } = await (await redirected).allHeaders();
    expect(once).toContain("HttpOnly");
    const other = await visit();
    try {
      await other.signIn(gateway.url);
      const [, name, value] = /^([^=]+)=([^;]+)/.exec(once)!;
      await other.page.context().addCookies([{ name: name!, value: value!, url: gateway.url + location }]);
      await other.page.goto(gateway.url + location);
      expect(await other.page.locator("#server-url").count()).toBe(0);
    } finally {
      await other.close();
    }
  });

  it("says when the first client connects", async () => {
    const url = await create("Waits");
    await page.getByText("Waiting for the first call").waitFor();
    const client = await httpClient("client 2.x, 2026-07-28", url);
    await client.call("list_teams", { limit: 1 });
    await client.close();
    await page.getByText("Connected: a client uses this URL").waitFor();
    expect(await page.locator("[data-first-call]").getAttribute("class")).toBe("state good");
  });

  it("offers a link to clients that have one, and texts for the others", async () => {
    const url = await create("On call");
    await page.getByText("Cursor", { exact: true }).click();
    const href = await page.getByRole("link", { name: "Add to Cursor" }).getAttribute("href");
    const { protocol, searchParams } = new URL(href!);
    expect([protocol, searchParams.get("name")]).toEqual(["cursor:", "standpipe"]);
    expect(JSON.parse(Buffer.from(searchParams.get("config")!, "base64").toString())).toEqual({ url });
    await page.getByText("Codex", { exact: true }).click();
    expect(await page.locator("#for-codex").innerText()).toContain(`url = "${url}"`);
    expect(await visitor.faults("connect")).toEqual([]);
    await look("connect");
  });

  it("shows a person who opens a server URL what it is, and what it may do", async () => {
    const { url, id } = await gateway.serverUrl({ methods: ["read"], confirm: "none" }, "Contractor");
    const used = () =>
      gateway.core.store.db.selectFrom("servers").select("last_used_at").where("id", "=", id).execute();
    const stranger = await visit();
    try {
      const asked: string[] = [];
      stranger.page.on("request", (one) => asked.push(one.headers()["referer"] ?? ""));
      await stranger.page.goto(url);
      const words = await stranger.page.locator("main").innerText();
      expect(words).toContain("This is a server URL for an assistant, not a website.");
      expect(words).toMatch(/Read data\s+yes, with \d+ tools\s+Change data\s+no\s+Delete data\s+no/);
      expect(words).toMatch(/Expires\s+never/);
      expect(await stranger.page.title()).toBe("Server URL · Standpipe");
      expect(asked.join("")).not.toContain("sp_");
      expect(await stranger.faults("server URL")).toEqual([]);
      expect(stranger.complaints).toEqual([]);
      for (const width of [320, 390, 1280]) {
        await stranger.page.setViewportSize({ width, height: 800 });
        expect(await stranger.overflow()).toBe(0);
        if (shots) await stranger.page.screenshot({ path: `${shots}/url-${width}.png`, fullPage: true });
      }
      await stranger.page.goto(`${url}x`);
      expect(await stranger.page.locator("h1").innerText()).toBe("Not found");
    } finally {
      await stranger.close();
    }
    expect(await used()).toEqual([{ last_used_at: null }]);
  });
});
