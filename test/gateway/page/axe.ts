import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Only what is reported: all violations, without a selector of each element. What passes takes most of the time. */
const reported = { resultTypes: ["violations"], selectors: false };

interface Axe {
  run(options: typeof reported): Promise<{ violations: Violation[] }>;
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Accessibility faults that axe-core rates as serious or critical. */
export async function seriousFaults(page: Page, where: string): Promise<string[]> {
  // The page's policy restricts its own scripts. This one is injected by the debugger.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: Axe }).axe.run(options),
    reported,
  );
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return serious.map(({ id, nodes }) => {
    const places = nodes.map(({ html }) => html).join(" | ");
    return `${where}: ${id} at ${places.slice(0, 300)}`;
  });
}
