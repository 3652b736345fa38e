import type { Locator, Page } from "playwright-core";

/** How a person uses the page. */
export interface Driver {
  /** Follows a link, presses a button, opens a row, ticks a box. */
  press(target: Locator): Promise<void>;
  /** Writes into a field. */
  write(field: Locator, text: string): Promise<void>;
}

export type DriverName = "keyboard" | "touch";

export const drivers: Readonly<Record<DriverName, (page: Page) => Driver>> = {
  keyboard: (page) => ({
    async press(target) {
      const isBox = (await target.getAttribute("type")) === "checkbox";
      await tabTo(page, target);
      await page.keyboard.press(isBox ? "Space" : "Enter");
    },
    async write(field, text) {
      await tabTo(page, field);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(text);
    },
  }),
  touch: () => ({
    press: (target) => target.tap(),
    async write(field, text) {
      await field.tap();
      await field.fill(text);
    },
  }),
};

const MOST_TABS = 250;

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await target.evaluate(hasFocus)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard doesn't reach ${await target.innerText()}.`);
}

/** Runs in the browser. */
function hasFocus(element: unknown): boolean {
  return (
    element === (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement
  );
}
