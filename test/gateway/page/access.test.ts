import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./browser.js";
import { catalogueOnDisk, reviewedChanges, type OnDisk } from "../review/kit.js";
import { testGateway, type TestGateway } from "./kit.js";
import { fill, type RealData } from "./real-data.js";
import { roomsOf } from "./rooms.js";
import { visit, type Visitor } from "./visitor.js";

/** A folder for screenshots of every page, if it is set. */
const shots = process.env["SHOTS"];

/*
 * Every page with real data: on a phone and on a desktop, in light and dark, for people with low vision, and for people
 * without a mouse.
 */
describe.skipIf(chromiumPath === undefined)("accessibility of the page", () => {
  let gateway: TestGateway;
  let disk: OnDisk;
  let data: RealData;
  let visitor: Visitor;
  let page: Page;
  let rooms: Record<string, string>;

  beforeAll(async () => {
    disk = await catalogueOnDisk();
    await disk.write(reviewedChanges);
    gateway = await testGateway(undefined, disk.compare);
    data = await fill(gateway);
    visitor = await visit();
    page = visitor.page;
    await page.addInitScript({ content: watchShifts });
    rooms = roomsOf(gateway, data);
  }, 120_000);
  afterAll(async () => {
    await visitor?.close();
    await gateway?.close();
    await disk?.remove();
  });

  const at = (path: string) => page.goto(gateway.url + path);
  const signedIn = async () => {
    const cookies = await page.context().cookies();
    if (cookies.every(({ name }) => name !== "standpipe_session")) await visitor.signIn(gateway.url);
  };

  it("signing in, all pages and signing out work by keyboard alone, with a visible focus", async () => {
    await at("/sign-in");
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    const focused = () => page.evaluate<{ words: string; isShown: boolean }>(focus);
    /** Presses Tab until the wanted element has the focus. Each focused element on the way must be visible. */
    const tabTo = async (wanted: string) => {
      for (let tabs = 0; tabs < 120; tabs += 1) {
        await press("Tab");
        const { words, isShown } = await focused();
        expect(isShown, `${words} shows that it has the focus`).toBe(true);
        if (words.startsWith(wanted)) return;
      }
      throw new Error(`The keyboard doesn't reach ${wanted}.`);
    };
    const enter = async (wanted: string, path: string) => {
      await tabTo(wanted);
      await Promise.all([page.waitForURL(path), press("Enter")]);
    };

    await tabTo("Skip to content");
    await tabTo("Your name");
    await page.keyboard.type("Ada");
    await tabTo("Admin token");
    await page.keyboard.type(visitor.adminToken);
    await Promise.all([page.waitForURL(`${gateway.url}/`), press("Enter")]);
    await enter("Accounts", "**/accounts");
    await enter("Practice", "**/accounts/*");
    await enter("New server URL", "**/servers/new");
    await tabTo("Name");
    await page.keyboard.type("By keyboard");
    await tabTo("All");
    await press("ArrowLeft");
    await tabTo("Narrow it further");
    await press("Enter");
    await tabTo("List");
    await press("Space", "Tab", "Space");
    await tabTo("Choose single tools");
    await Promise.all([page.locator("#tool-filter").waitFor(), press("Enter")]);
    await tabTo("Find");
    await page.keyboard.type("incident note");
    await tabTo("Untick all shown");
    await press("Space");
    // The list is one tab stop. Arrow keys move inside it.
    await tabTo("create_incident_note");
    await press("Space", "ArrowDown", "ArrowUp");
    expect((await focused()).words).toContain("create_incident_note");
    await tabTo("Calls that delete");
    await press("ArrowDown");
    await tabTo("Create the server URL");
    await Promise.all([page.getByText("Copy the URL now").waitFor(), press("Enter")]);
    await tabTo("Copy the server URL");
    await press("Enter");
    await expect
      .poll(() => page.evaluate("navigator.clipboard.readText()"))
      .toBe(await page.locator("#server-url").innerText());
    await enter("By keyboard", "**/servers/srv_*");
    await enter("Settings", "**/settings");
    expect(await page.locator("dl").innerText()).toMatch(/create, update, delete, custom[^]*account: write/);
    await enter("Approvals", "**/approvals");
    await enter("Create a team: “yyy", "**/approvals/apr_*");
    await tabTo("Refuse");
    await Promise.all([page.getByText("Refused. The call was not sent.").waitFor(), press("Enter")]);
    await enter("API tokens", "**/tokens");
    await tabTo("Revoke…");
    await press("Enter", "Tab");
    expect((await focused()).words).toContain("Revoke");
    await enter("Sign out", "**/sign-in");
  });

  it.each([
    ["light", 320],
    ["light", 390],
    ["dark", 390],
    ["light", 1280],
    ["dark", 1280],
    ["light", 1600],
  ] as const)("axe finds nothing serious on any page in %s, %i pixels wide", async (colorScheme, width) => {
    await signedIn();
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const found: string[] = [];
    for (const [name, path] of Object.entries(rooms)) {
      const where = `${name}-${width}-${colorScheme}`;
      const status = (await at(path))?.status();
      expect(status, path).toBe({ missing: 404, "audit-wrong": 400, "server-urls-wrong": 400 }[name] ?? 200);
      // A colour scheme only changes contrast, and a width can only cause overflow, so one form with 474 tools is enough.
      const isLookedInto = (width === 390) === (colorScheme === "light") && width !== 320;
      if (isLookedInto && name !== "server-edit") found.push(...(await visitor.faults(where)));
      const overflow = await visitor.overflow();
      if (overflow > 0) found.push(`${where}: wider than the window by ${overflow}`);
      // A new entry of a live list moves the entries below it.
      const moved = (await shifts(page)).filter(({ what }) => what.some((one) => one !== "in a live list"));
      found.push(...moved.map(({ value, what }) => `${where}: ${value} of ${what.join(", ")}`));
      if (shots)
        await page.screenshot({ path: `${shots}/${where}.png`, fullPage: !/server-(new|edit)/.test(name) });
      const narrow = (await visitor.misfits()).map((one) => `${where}: ${one}`);
      if ((await visitor.overflow()) > overflow)
        narrow.push(`${where}: wider than the window with open details`);
      found.push(...narrow);
    }
    expect(found).toEqual([]);
  });

  it.each([390, 1280])("only the list moves while you pick tools, %i pixels wide", async (width) => {
    await signedIn();
    await page.setViewportSize({ width, height: 900 });
    await at(rooms["server-new"]!);
    await page.getByText("Narrow it further").click();
    await page.getByRole("button", { name: "Choose single tools" }).click();
    await page.locator("#tool-filter").waitFor();
    const output = page.locator("output");
    // A click may move the elements below. The browser has drawn that by then.
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    await page.evaluate("shifts.length = 0");
    const said = new Set<string>();
    for (const name of ["Create", "Update", "Delete", "Other actions", "incidents", "pages", "Get"]) {
      const before = await output.innerText();
      await page.getByRole("checkbox", { name, exact: true }).click();
      await expect.poll(() => output.innerText()).not.toBe(before);
      said.add(await output.innerText());
    }
    await page.getByLabel("Find", { exact: true }).fill("list_incident_types");
    await page.getByRole("button", { name: "Untick all shown" }).click();
    said.add(await output.innerText());
    await page.getByLabel("Find", { exact: true }).fill("");
    for (const surface of [
      "Every tool of this server URL",
      "Search tools only",
      "The common tools, plus search for",
    ]) {
      const before = await output.innerText();
      await page.getByLabel(surface).click();
      await expect.poll(() => output.innerText()).not.toBe(before);
      said.add(await output.innerText());
    }
    expect(said.size).toBeGreaterThan(6);
    const moved = (await shifts(page)).flatMap(({ what }) => what);
    expect(moved.filter((one) => one !== "in the list")).toEqual([]);
  });

  it("no violation of the content security policy, and no exception", () => {
    const answers = /responded with a status of (400|404)/;
    expect(visitor.complaints.filter((text) => !answers.test(text))).toEqual([]);
  });
});

interface Shift {
  readonly value: number;
  /** The elements that moved. */
  readonly what: readonly string[];
}

/** Runs in the browser: records all elements that moved, whether the user caused it or not. */
const watchShifts = `
  globalThis.shifts = [];
  const nameOf = ({ node }) => {
    const element = node instanceof Element ? node : node?.parentElement;
    if (element?.closest("[data-live]")) return "in a live list";
    return element?.closest(".picker") ? "in the list" : (element?.outerHTML.slice(0, 80) ?? "something gone");
  };
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) shifts.push({ value, what: sources.map(nameOf) });
  }).observe({ type: "layout-shift", buffered: true });
`;

/** Runs in the browser: the focused element, and whether the focus is visible. */
const focus = `(() => {
  const element = document.activeElement;
  // Past the last one the browser's own buttons have it.
  if (element === document.body) return { words: "", isShown: true };
  const label = element.labels?.[0]?.textContent ?? element.textContent;
  return {
    words: label.trim().replace(/\\s+/g, " "),
    isShown: getComputedStyle(element).outlineStyle !== "none",
  };
})()`;

/** All shifts so far. The browser reports a shift after drawing it. */
async function shifts(page: Page): Promise<Shift[]> {
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  return page.evaluate("shifts");
}
