import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFromContract, type StartedSandbox } from "../../../cli/sandbox/any-api.js";
import { seriousFaults } from "../../gateway/page/axe.js";
import { chromiumPath, freshBrowser } from "../../gateway/page/browser.js";
import { billing } from "./billing.js";

describe.skipIf(chromiumPath === undefined)("the page of a sandbox of any API", () => {
  let running: StartedSandbox;
  let browser: Awaited<ReturnType<typeof freshBrowser>>;
  beforeAll(async () => {
    running = await startFromContract({ contract: billing });
    browser = await freshBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await running?.close();
  });

  const form = (fields: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(fields) });
  const send = async (path: string, init?: RequestInit) => {
    const response = await fetch(running.url + path, init);
    return (await response.json()) as { customer: { id: string } };
  };
  const shown = (selector: string) => browser.context.pages()[0]!.locator(selector).innerText();

  it("shows calls, and as changes only what calls wrote", async () => {
    const page = browser.context.pages()[0]!;
    await page.goto(running.url);
    expect(await page.locator("h1").innerText()).toBe("Sandbox of Billing");
    await send("/v2/customers");
    await expect.poll(() => shown("#calls")).toContain("GET /v2/customers");
    // The list made data up, which no call wrote.
    expect(await page.locator("#items li").count()).toBe(2);
    expect(await page.locator("#changes li").count()).toBe(0);
    const { customer } = await send("/v2/customers", form({ email: "ada@example.org" }));
    await expect.poll(() => shown("#changes")).toContain("added");
    await page.getByRole("button", { name: "Start again from now" }).click();
    await expect.poll(() => page.locator("#changes li").count()).toBe(0);
    await send(`/v2/customers/${customer.id}`, form({ email: "grace@example.org" }));
    await expect.poll(() => shown("#changes")).toContain("changed");
    await page.locator("#changes summary").click();
    expect(await shown("#changes")).toMatch(/email\s+ada@example\.org\s+grace@example\.org/);
    await page.locator("#calls summary").first().click();
    expect(await shown("#calls")).toContain("email=grace%40example.org");
    await fetch(`${running.url}/v2/customers/${customer.id}`, { method: "DELETE" });
    await expect.poll(() => shown("#changes")).toContain("removed");
    expect(await seriousFaults(page, "sandbox")).toEqual([]);
  });

  it("searches, injects faults, and resets everything", async () => {
    const page = browser.context.pages()[0]!;
    await page.getByLabel("Search").fill("nothing has these words");
    expect(await page.locator("main li:visible").count()).toBe(0);
    await page.getByLabel("Search").fill("");
    await page.getByLabel("Rate limit: next 20 calls").check();
    await expect.poll(async () => (await fetch(`${running.url}/v2/customers`)).status).toBe(429);
    await page.getByRole("button", { name: "Reset all data" }).click();
    await page.getByText("The seed data is back").waitFor();
    expect((await fetch(`${running.url}/v2/customers`)).status).toBe(200);
    await expect.poll(() => page.getByLabel("Rate limit: next 20 calls").isChecked()).toBe(false);
  });

  it("links to the gateway, and only to web pages", async () => {
    const page = browser.context.pages()[0]!;
    const link = (url: string) =>
      fetch(`${running.url}/__control/gateway`, { method: "POST", body: JSON.stringify({ url }) });
    expect((await link("javascript:alert(1)")).status).toBe(400);
    expect((await link("http://127.0.0.1:8808")).status).toBe(204);
    await page.getByRole("link", { name: "Back to the gateway" }).waitFor();
  });

  it.each([320, 390, 1280, 1600])("is not wider than a window of %i pixels", async (width) => {
    const page = browser.context.pages()[0]!;
    await page.setViewportSize({ width, height: 800 });
    const wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    expect(await page.evaluate(wider)).toBe(0);
  });

  it("answers programs at / with JSON, as before", async () => {
    const answer = await fetch(running.url, { headers: { accept: "application/json" } });
    expect(await answer.json()).toMatchObject({ title: "Billing" });
  });
});
