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
    return response.json();
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
