import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { median, timed } from "../kit/measure.js";
import { ms, row, times } from "../kit/table.js";

const SOURCES = [
  "build",
  "cli",
  "gateway",
  "generator",
  "runtime",
  "specs",
  "templates",
  "generated",
  "package.json",
  "tsconfig.json",
];

/** Generation in a copy of the sources, with and without the cache of an earlier run. */
export async function benchGenerate(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "standpipe-bench-"));
  for (const part of SOURCES) await cp(part, join(folder, part), { recursive: true });
  await symlink(resolve("node_modules"), join(folder, "node_modules"));
  const cache = resolve("node_modules/.cache/standpipe");
  const generate = () => promisify(execFile)(process.execPath, ["build/generate.mjs"], { cwd: folder });
  const cold = await timed(3, () => rm(cache, { recursive: true, force: true }).then(generate));
  const warm = await timed(5, generate);
  await rm(folder, { recursive: true });
  row("generate, nothing remembered", ms(median(cold)), { aim: "4000 ms" });
  const against = times(median(warm), median(cold), "of it");
  row("generate, nothing changed", ms(median(warm)), { against, aim: "1000 ms" });
}
