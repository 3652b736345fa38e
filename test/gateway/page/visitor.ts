import type { Page } from "playwright-core";
import { seriousFaults } from "./axe.js";
import { freshBrowser } from "./browser.js";
import { adminToken } from "./kit.js";

/** A person with a new browser. */
export interface Visitor {
  readonly page: Page;
  /** The password or token of the person. */
  readonly adminToken: string;
  /** Errors in the browser, and violations of the page's content security policy. */
  readonly complaints: string[];
  signIn(url: string): Promise<void>;
  /** Faults that axe-core rates as serious or critical on the current page. */
  faults(where: string): Promise<string[]>;
  /** By how many pixels the page is wider than the window. */
  overflow(): Promise<number>;
  /** Texts that have no room, also in details of tables, and an open section or tab that is out of view. */
  misfits(): Promise<string[]>;
  close(): Promise<void>;
}

/** Runs in the browser. Texts of a few letters a line have no room, and what leaves the cell of its table. */
const misfits = `document.querySelectorAll("td details").forEach((one) => (one.open = true)), [
  ...[...document.querySelectorAll(":is(main, .side) :is(a, button, code, td, dd, p, span, time)")].flatMap((element) => {
    const { width, height, right } = element.getBoundingClientRect();
    const text = element.textContent.trim().slice(0, 40);
    if (text === "" || width === 0 || element.closest("pre")) return [];
    if (width < 60 && height > 100) return ["squeezed: " + text];
    const cell = element.closest("td")?.getBoundingClientRect();
    return cell && right > cell.right + 1 ? ["outside of its cell: " + text] : [];
  }),
  ...[...document.querySelectorAll("nav [aria-current=page]")].flatMap((element) => {
    const [own, frame] = [element, element.parentElement].map((one) => one.getBoundingClientRect());
    return own.left >= frame.left && own.right <= frame.right + 1 ? [] : ["out of view: " + element.textContent];
  }),
]`;

export async function visit(options: { readonly isPhone?: boolean } = {}): Promise<Visitor> {
  const browser = await freshBrowser(options);
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  return {
    page,
    adminToken,
    complaints,
    async signIn(url) {
      await page.goto(`${url}/sign-in`);
      await page.getByLabel("Your name").fill("Ada");
      await page.getByLabel("Admin token").fill(adminToken);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL(`${url}/`);
    },
    faults: (where) => seriousFaults(page, where),
    overflow: () =>
      page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
    misfits: () => page.evaluate(misfits),
    close: () => browser.close(),
  };
}
