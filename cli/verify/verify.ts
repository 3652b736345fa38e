import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { names } from "../../generator/diff/print.js";
import { verify, type Seen } from "../../generator/diff/verify.js";
import { parseNamesLock } from "../../generator/lint/names.js";
import { parseSurfaceLock, surfaceLock, type SurfaceLock } from "../../generator/render/surface-lock.js";
import { type Catalogue, ownTools } from "../../runtime/index.js";
import { defineCommand } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { text, toggle } from "../command/flags.js";
import { generatedDifference } from "../generate/generate.js";
import { NOTHING, releaseFindings, type ReleaseKey } from "./release-findings.js";
import { seenOnServer, type SeenOnServer } from "./server.js";
import { publicKey } from "./signature.js";
import { shownTarget } from "./shown-target.js";

/** The public key of releases, which the repository contains. */
const RELEASE_KEY = "specs/release-key.pem";

/** The exit code is 1 for differences, 2 if nothing can be compared. */
export const command = defineCommand({
  name: "standpipe verify",
  argument: "[where]",
  about:
    "Compares a running server (URL), a bundle (server.mjs) or a generated folder with surface.lock. STANDPIPE_TOKEN " +
    "is sent to a server that needs a token.",
  failure: 2,
  flags: {
    api: text("Folder under specs/ that holds surface.lock, or the folder of a generated API", {
      default: "firehydrant",
    }),
    lock: text("Another surface.lock", { shown: "specs/<api>/surface.lock" }),
    key: text("Public key in PEM format to check a release's signature with", { shown: RELEASE_KEY }),
    strict: toggle("Exit with 1 also if something could not be checked", { default: false }),
  },
  run: (flags, where = `generated/${flags.api}`) => runVerify(where, flags),
});

export interface VerifyFlags {
  readonly api: string;
  readonly lock?: string;
  readonly key?: string;
  readonly strict?: boolean;
}

/** Compares and prints the differences. Returns the exit code. */
export async function runVerify(
  where: string,
  { api: given, lock, key, strict = false }: VerifyFlags,
): Promise<number> {
  const { api, file: lockFile, lock: reviewed } = await reviewedOf(given, lock);
  const by = releaseKey(key);
  const seen = await look({ where, api, lock: reviewed, namesFile: join(dirname(lockFile), "names.lock") });
  const found = verify(reviewed, seen);
  const release = seen.isServer ? releaseFindings(seen.signed, { api, lock: reviewed, by }) : NOTHING;
  const differences = [...found.differences, ...release.differences, ...(await staleFiles(where, api))];
  const unseen = [...found.unseen, ...release.unseen];
  for (const difference of differences) console.error(difference);
  if (strict && unseen.length > 0) console.error(`Not checked: ${unseen.join(", ")}.`);
  const count = differences.length;
  const verdict = count === 0 ? "all as reviewed" : `${count} ${count === 1 ? "difference" : "differences"}`;
  const hidden = unseen.length > 0 ? `; not checked: ${names(unseen, MOST_NAMED)}` : "";
  console.log(
    `${found.compared} tools of ${shownTarget(where)} compared with ${lockFile}: ${verdict}${hidden}.`,
  );
  return count > 0 || (strict && unseen.length > 0) ? 1 : 0;
}

const MOST_NAMED = 5;

/** What people reviewed, and the file that holds it. */
interface Reviewed {
  readonly api: string;
  readonly file: string;
  readonly lock: SurfaceLock;
}

/**
 * The lock of an API. An API that is generated from its document has no file of hashes: its folder is reviewed as it is.
 * @throws CommandError if there is neither
 */
async function reviewedOf(api: string, lock: string | undefined): Promise<Reviewed> {
  const catalogue = join(api, "catalog.json");
  if (lock === undefined && /[./\\]/.test(api) && existsSync(catalogue)) {
    const folder = await readCatalogue(catalogue);
    return { api: folder.api.name, file: catalogue, lock: lockOf(folder) };
  }
  const file = lock ?? `specs/${api}/surface.lock`;
  if (existsSync(file)) return { api, file, lock: parseSurfaceLock(await readFile(file, "utf8")) };
  const flag = lock === undefined ? `--api ${api}` : "--lock";
  throw new CommandError(
    `${flag}: there is no file ${file}. Pass another surface.lock with --lock, or the folder of a generated API with --api.`,
  );
}

/** @throws CommandError for a file without a public key */
function releaseKey(given: string | undefined): ReleaseKey | undefined {
  const file = given ?? (existsSync(RELEASE_KEY) ? RELEASE_KEY : undefined);
  return file === undefined ? undefined : { file, key: publicKey(file, "--key") };
}

/** Files of the project's own folder that differ from the sources, such as a module that was changed by hand. */
async function staleFiles(where: string, api: string): Promise<string[]> {
  const root = process.cwd();
  if (resolve(where) !== join(root, "generated", api) || !existsSync(join(root, "specs", api))) return [];
  const { stale, missing, leftOver } = await generatedDifference(root, api);
  return [
    ...stale.map((path) => `${path} is not what standpipe generate writes.`),
    ...missing.map((path) => `${path} is missing.`),
    ...leftOver.map((path) => `${path} is not a file that standpipe generate writes.`),
  ];
}

interface Look {
  readonly where: string;
  readonly api: string;
  readonly lock: SurfaceLock;
  readonly namesFile: string;
}

/** @returns what it found there, and whether it is a server */
async function look({
  where,
  api,
  lock,
  namesFile,
}: Look): Promise<SeenOnServer & { readonly isServer: boolean }> {
  if (!/^https?:\/\//i.test(where)) {
    if (!existsSync(where))
      throw new CommandError(`There is no ${where}. Name a URL, a server.mjs or a generated folder.`);
    if ((await stat(where)).isDirectory() || where.endsWith(".json"))
      return { ...(await seenInFolder(where)), isServer: false };
  }
  const served = existsSync(namesFile)
    ? parseNamesLock(await readFile(namesFile, "utf8"))
    : new Map<string, string>();
  return { ...(await seenOnServer({ where, api, lock, names: served })), isServer: true };
}

async function seenInFolder(where: string): Promise<Seen> {
  const file = where.endsWith(".json") ? where : join(where, "catalog.json");
  if (!existsSync(file))
    throw new CommandError(`There is no ${file}. Name a folder that standpipe generate wrote.`);
  const catalogue = await readCatalogue(file);
  return { tools: [...catalogue.tools, ...ownOf(catalogue)], parts: lockOf(catalogue).parts, whole: true };
}

async function readCatalogue(file: string): Promise<Catalogue> {
  return JSON.parse(await readFile(file, "utf8")) as Catalogue;
}

/** Standpipe's own tools, which are listed with the API's. */
function ownOf({ knowledge }: Catalogue) {
  return [...ownTools, ...(knowledge?.tools ?? [])];
}

function lockOf(catalogue: Catalogue): SurfaceLock {
  return surfaceLock(catalogue, ownOf(catalogue));
}
