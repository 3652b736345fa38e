import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import yargs from "yargs";
import { verify, type Seen } from "../generator/diff/verify.js";
import { parseNamesLock } from "../generator/lint/names.js";
import { parseSurfaceLock, surfaceLock, type SurfaceLock } from "../generator/render/surface-lock.js";
import type { Catalogue } from "../runtime/contract/catalogue.js";
import { discoverTools } from "../runtime/discover/tools.js";
import { SettingsError } from "./settings.js";
import { seenOnServer } from "./verify-server.js";

/**
 * `standpipe verify`: compares what runs with what was reviewed, which is `surface.lock`. The exit code is 1 where
 * they differ, 2 where there is nothing to compare.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const flags = yargs([...argv])
    .scriptName("standpipe verify")
    .usage(
      "$0 [where] [flags]\n\nCompares a running server (URL), a bundle (server.mjs) or a generated folder with " +
        "surface.lock. A server's own token is taken from STANDPIPE_TOKEN.",
    )
    .options({
      api: { string: true, requiresArg: true, default: "firehydrant", describe: "Whose lock, under specs/" },
      lock: { string: true, requiresArg: true, describe: "Another lock" },
    })
    .demandCommand(0, 1)
    .strict()
    .version(false)
    .parseSync();
  const where = String(flags._[0] ?? `generated/${flags.api}`);
  try {
    process.exitCode = await runVerify(where, flags.api, flags.lock);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(`standpipe: ${error.message}`);
    process.exitCode = 2;
  }
}

/** Compares and says what differs; gives the exit code. */
export async function runVerify(
  where: string,
  api: string,
  lockFile = `specs/${api}/surface.lock`,
): Promise<number> {
  if (!existsSync(lockFile)) throw new SettingsError(`There is no lock ${lockFile}.`);
  const lock = parseSurfaceLock(await readFile(lockFile, "utf8"));
  const { differences, compared, unseen } = verify(
    lock,
    await look(where, api, lock, join(dirname(lockFile), "names.lock")),
  );
  for (const difference of differences) console.error(difference);
  const hidden = unseen > 0 ? `; ${unseen} of the lock can't be seen there` : "";
  const count = differences.length;
  const verdict = count === 0 ? "all as reviewed" : `${count} ${count === 1 ? "difference" : "differences"}`;
  console.log(`${compared} tools of ${where} compared with ${lockFile}: ${verdict}${hidden}.`);
  return count === 0 ? 0 : 1;
}

async function look(where: string, api: string, lock: SurfaceLock, namesFile: string): Promise<Seen> {
  if (!/^https?:\/\//i.test(where)) {
    if (!existsSync(where))
      throw new SettingsError(`There is no ${where}; name a URL, a server.mjs or a folder.`);
    if ((await stat(where)).isDirectory() || where.endsWith(".json")) return seenInFolder(where);
  }
  const names = existsSync(namesFile)
    ? parseNamesLock(await readFile(namesFile, "utf8"))
    : new Map<string, string>();
  return seenOnServer(where, api, lock, names);
}

async function seenInFolder(where: string): Promise<Seen> {
  const file = where.endsWith(".json") ? where : join(where, "catalog.json");
  if (!existsSync(file)) throw new SettingsError(`There is no ${file}.`);
  const catalogue = JSON.parse(await readFile(file, "utf8")) as Catalogue;
  const own = [...discoverTools, ...(catalogue.knowledge?.tools ?? [])];
  const { parts } = surfaceLock(catalogue, own);
  return { tools: [...catalogue.tools, ...own], parts, whole: true };
}
