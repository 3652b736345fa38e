import type { BrowserContext } from "playwright-core";
import { seriousFaults } from "../../gateway/page/axe.js";

/**
 * What a person does in the browser that a client opens: they sign in at the provider, and allow the client.
 * @returns the serious faults of accessibility on the page that asks
 */
export async function allowInBrowser(context: BrowserContext, url: URL, name = "ada"): Promise<unknown[]> {
  const page = await context.newPage();
  await page.goto(url.href);
  const question = page.getByRole("heading", { name: /^Connect .*\?$/ });
  const login = page.getByPlaceholder("Enter any login");
  await login.or(question).waitFor();
  if (await login.isVisible()) {
    await login.fill(name);
    await page.getByPlaceholder("and password").fill("anything");
    await page.getByRole("button", { name: "Sign-in" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
  }
  await question.waitFor();
  const faults = await seriousFaults(page, "the question");
  const place = url.searchParams.get("redirect_uri")!;
  await page.getByRole("button", { name: "Allow" }).click();
  await page.waitForURL((at) => at.href.startsWith(place));
  await page.close();
  return faults;
}
