import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Ratio } from "./table.js";

const file = fileURLToPath(new URL("../baseline.json", import.meta.url));

/** A regression is a ratio that is this much larger than the baseline's, and beyond the baseline's spread. */
const MOST = 1.15;

type Ratios = Readonly<Record<string, Ratio>>;

/** Writes these ratios into the baseline. Those of other rooms stay. */
export async function saveBaseline(ratios: Ratios): Promise<void> {
  const all = { ...(await readBaseline()), ...ratios };
  const sorted = Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)));
  await writeFile(file, `${JSON.stringify(sorted, null, 2)}\n`);
}

/** Prints each ratio next to the baseline's. @returns the names of regressions */
export async function compareWithBaseline(ratios: Ratios): Promise<string[]> {
  const baseline = await readBaseline();
  const names = Object.keys(ratios).filter((name) => baseline[name] !== undefined);
  for (const name of names) {
    const [now, before] = [ratios[name]!, baseline[name]!];
    const change = (now.ratio / before.ratio - 1) * 100;
    console.log(
      `${name.padEnd(46)} ${shown(now).padStart(14)}   baseline ${shown(before)}, ${change < 0 ? "" : "+"}${change.toFixed(0)} %`,
    );
  }
  return names.filter((name) => isWorse(ratios[name]!, baseline[name]!));
}

function isWorse(now: Ratio, before: Ratio): boolean {
  return now.ratio > before.ratio * MOST + before.spread;
}

function shown({ ratio, spread }: Ratio): string {
  return `${ratio.toFixed(2)} ± ${spread.toFixed(2)}`;
}

async function readBaseline(): Promise<Ratios> {
  return JSON.parse(await readFile(file, "utf8")) as Ratios;
}
