import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type RunningSandbox } from "../../sandbox/start.js";
import { tell } from "../../sandbox/view/tell.js";
import { seriousFaults } from "../gateway/page/axe.js";
import { chromiumPath, freshBrowser } from "../gateway/page/browser.js";
import { loadContract } from "./kit/contract.js";
import type { Loose } from "./kit/loose.js";

describe("an event as text", () => {
  const rows: Record<string, { type: string; data: object; visibility?: string; want: [string, string] }> = {
    "a note": { type: "note", data: { id: "1", body: "All well." }, want: ["Note", "All well."] },
    "one that leaves the house": {
      type: "note",
      data: { body: "All well." },
      visibility: "open_to_public",
      want: ["Public note", "All well."],
    },
    "what came and what went": {
      type: "bulk_update",
      data: { before: ["a", "b"], after: ["b", "c"] },
      want: ["Impact", "+ c, − a"],
    },
    "a change": {
      type: "generic_resource_change",
      data: { before: { severity: "SEV2", priority: null }, after: { severity: "SEV1", priority: "P1" } },
      want: ["Details", "severity SEV2 → SEV1, priority none → P1"],
    },
    "a role": {
      type: "role_update",
      data: { action: "assigned", role: "Commander", user: "Tomás Rey" },
      want: ["Role", "Tomás Rey is Commander"],
    },
    "a kind that has no words": {
      type: "new_kind",
      data: { its_id: "1", some_thing: "x" },
      want: ["new kind", "some thing: x"],
    },
  };

  it.each(Object.entries(rows))("%s", (_, { type, data, visibility, want }) => {
    const { kind, text } = tell(type, data as Record<string, unknown>, visibility);
    expect([kind, text]).toEqual(want);
  });
});

describe.skipIf(chromiumPath === undefined)("the page at /", () => {
  let running: RunningSandbox;
  let browser: Awaited<ReturnType<typeof freshBrowser>>;
  beforeAll(async () => {
    running = await startSandbox({ contract: loadContract(), rateLimit: false });
    browser = await freshBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await running?.close();
  });

  const send = async (method: string, path: string, body?: object): Promise<Loose> => {
    const headers = { authorization: "Bearer fhb-practice", "content-type": "application/json" };
    const response = await fetch(running.url + path, { method, headers, body: body && JSON.stringify(body) });
    return response.status === 204 ? {} : response.json();
  };

  it("follows a client live: the incident, its timeline, the sent page, and a refused call", async () => {
    const page = await browser.context.newPage();
    await page.goto(running.url);
    await page.getByText("3 open").waitFor();
    const { id } = await send("POST", "/v1/incidents", { name: "<b>Bold</b> outage", severity: "SEV2" });
    const team = running.sandbox.world.store.all("teams")[0]!;
    const target = { target_type: "Team", target_id: team.id };
    await send("POST", "/v1/page/signals", { summary: "Look at it", ...target });
    await send("POST", `/v1/incidents/${id}/notes`, { body: "We are on it.", visibility: "open_to_public" });
    await send("GET", "/v1/incidents/none");

    // The view follows the last change until a person selects an incident.
    await page.getByRole("heading", { name: "<b>Bold</b> outage" }).waitFor();
    await page.locator("#timeline").getByText("Public note").waitFor();
    await page.locator("#timeline").getByText("We are on it.").waitFor();
    await page
      .locator("#pages")
      .getByText(`paged: ${String(team.data.name)}`)
      .waitFor();
    await page.locator("#calls li", { hasText: "404" }).waitFor();
    await page.getByText("4 open").waitFor();

    await page.getByRole("button", { name: "#303" }).click();
    await page.getByRole("heading", { name: "#303" }).waitFor();
    await send("POST", `/v1/incidents/${id}/notes`, { body: "Still on it." });
    await page.locator("#calls li").nth(4).waitFor();
    expect(await page.getByRole("heading", { name: "#303" }).count()).toBe(1);
  });

  it("shows what the last agent changed, as fields before and after", async () => {
    const page = await browser.context.newPage();
    await page.goto(running.url);
    await page.getByRole("button", { name: "Start again from now" }).click();
    await page.getByText(/: 0 items/).waitFor();
    const { id, name } = running.sandbox.world.store.all("services")[0]!.data as Loose;
    await send("PATCH", `/v1/services/${id}`, { description: "Takes the money." });
    const { id: added } = await send("POST", "/v1/teams", { name: "Night watch" });
    const gone = await send("POST", "/v1/teams", { name: "Comes and goes" });
    await send("DELETE", `/v1/teams/${gone.id}`);
    const row = (words: string) => page.locator("#changes li", { hasText: words });
    await row("Night watch").waitFor();
    expect(await row("Night watch").locator(".badge").innerText()).toBe("added");
    expect(await row("Comes and goes").count()).toBe(0);
    await row(name).locator("summary").click();
    expect(await row(name).locator("ins").allInnerTexts()).toEqual(["Takes the money."]);
    expect(await row(name).locator("del").count()).toBe(1);
    await send("DELETE", `/v1/teams/${added}`);
    await page.getByText(/: 1 item\./).waitFor();
    await send("DELETE", `/v1/services/${id}`);
    await row(name).locator(".removed").waitFor();
  });

  it("shows the arguments of a call, searches, injects faults, and resets", async () => {
    const page = await browser.context.newPage();
    await page.goto(running.url);
    await send("POST", "/v1/teams", { name: "Searched for" });
    const call = page.locator("#calls li", { hasText: "Searched for" });
    await call.locator("summary").click();
    await call.locator("pre").waitFor();
    await page.getByLabel("Search").fill("no such words anywhere");
    await expect.poll(() => page.locator("main li:visible").count()).toBe(0);
    await page.getByLabel("Search").fill("searched");
    await expect.poll(() => page.locator("#calls li:visible").count()).toBe(1);
    await page.getByLabel("Rate limit: next 20 calls").check();
    await expect
      .poll(async () => (await (await fetch(`${running.url}/__control/chaos`)).json()) as Loose)
      .toMatchObject({ storm: 20 });
    const { message } = await send("GET", "/v1/teams");
    expect(JSON.stringify(message ?? "")).not.toContain("Searched for");
    await page.getByRole("button", { name: "Reset all data" }).click();
    await page.getByText("The seed data is back").waitFor();
    expect(await page.getByLabel("Rate limit: next 20 calls").isChecked()).toBe(false);
    const { data } = await send("GET", "/v1/teams?query=Searched");
    expect(data).toEqual([]);
  });

  it("links back to the gateway in front of it, and takes no other kind of link", async () => {
    const page = await browser.context.newPage();
    const link = (url: string) =>
      fetch(`${running.url}/__control/gateway`, { method: "POST", body: JSON.stringify({ url }) });
    expect((await link("javascript:alert(1)")).status).toBe(400);
    await page.goto(running.url);
    await page.getByText("Live; seed").waitFor();
    expect(await page.getByText("Back to the gateway").isVisible()).toBe(false);
    expect((await link("http://127.0.0.1:8808")).status).toBe(204);
    await page.getByText("Back to the gateway").waitFor();
    expect(await page.getByText("Back to the gateway").getAttribute("href")).toBe("http://127.0.0.1:8808");
  });

  it.each([
    ["a phone", 390, 844],
    ["a desk", 1280, 900],
  ])("fits %s, and axe finds nothing serious", async (_, width, height) => {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width, height });
    await page.goto(running.url);
    await page.locator("#timeline li").first().waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    expect(await seriousFaults(page, "view")).toEqual([]);
  });
});
