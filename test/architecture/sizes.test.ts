import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./imports.js";

/** ESLint holds the other folders to the same size. */
const MOST_LINES = 250;

/** Slow machines need time. A limit below the usual one makes a test fail there, and shows nothing. */
const USUAL_LIMIT_MS = 120_000;

it("no file of test/ has more than 250 lines", async () => {
  const files = await testFiles();
  const sizes = files.map(({ name, text }) => ({ name, lines: text.trimEnd().split("\n").length }));
  expect(files.length).toBeGreaterThan(200);
  expect(sizes.filter(({ lines }) => lines > MOST_LINES)).toEqual([]);
});

it("no test has a shorter time limit than the usual one", async () => {
  expect(await readFile(join(ROOT, "vitest.config.ts"), "utf8")).toContain("testTimeout: 120_000");
  const short = (await testFiles()).flatMap(({ name, text }) =>
    [...text.matchAll(/\}, ([\d_]{4,})\);|\{ timeout: ([\d_]+) \},? *(?:async|\(\)|\n)/g)]
      .filter(([, last, option]) => Number((last ?? option)!.replaceAll("_", "")) < USUAL_LIMIT_MS)
      .map(([found]) => `${name}: ${found}`),
  );
  expect(short).toEqual([]);
});

async function testFiles(): Promise<{ readonly name: string; readonly text: string }[]> {
  const names = await readdir(join(ROOT, "test"), { recursive: true });
  const files = names.filter((name) => /\.([cm]?[jt]s|tsx)$/.test(name) && !name.endsWith(".d.ts"));
  return Promise.all(
    files.map(async (name) => ({ name, text: await readFile(join(ROOT, "test", name), "utf8") })),
  );
}
