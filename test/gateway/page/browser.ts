import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext } from "playwright-core";

const places = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** The path of Chromium; undefined if it is missing. Then its tests are skipped with a message. */
export const chromiumPath = places.find((path) => path !== undefined && existsSync(path));

if (chromiumPath === undefined) {
  console.warn("SKIPPED: no Chromium here. `apt-get install chromium`, or set CHROMIUM to its path.");
}

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A new browser context: by default of a desktop, or of a phone with a touch screen. */
export async function freshBrowser({ isPhone = false } = {}): Promise<{
  readonly context: BrowserContext;
  close(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), "standpipe-chromium-"));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath,
    headless: true,
    args: flags,
    viewport: isPhone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    hasTouch: isPhone,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(10_000);
  return {
    context,
    async close() {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
