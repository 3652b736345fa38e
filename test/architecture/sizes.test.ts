import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./imports.js";

/** ESLint holds the other folders to the same size. */
const MOST_LINES = 250;

it("no file of test/ has more than 250 lines", async () => {
  const names = await readdir(join(ROOT, "test"), { recursive: true });
  const files = names.filter((name) => /\.([cm]?[jt]s|tsx)$/.test(name) && !name.endsWith(".d.ts"));
  const sizes = await Promise.all(
    files.map(async (name) => {
      const text = await readFile(join(ROOT, "test", name), "utf8");
      return { name, lines: text.trimEnd().split("\n").length };
    }),
  );
  expect(files.length).toBeGreaterThan(200);
  expect(sizes.filter(({ lines }) => lines > MOST_LINES)).toEqual([]);
});
