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
  close(): Promise<void>;
}

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
    close: () => browser.close(),
  };
}
