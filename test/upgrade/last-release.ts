import { execFile } from "node:child_process";
import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "../..");

/** Until there is a release: the state before migration 0034. */
const beforeReleases = "3692554c6ef6a14947726246a44e95607635e23b";

/** The commit of the last release: RELEASE=<commit or tag>, or the newest tag before this commit. */
async function lastRelease(): Promise<string> {
  const named = process.env["RELEASE"];
  if (named) return named;
  const tags = await run("git", ["tag", "--merged", "HEAD", "--sort=-creatordate", "--list", "v*"], {
    cwd: ROOT,
  });
  return tags.stdout.split("\n")[0] || beforeReleases;
}

/**
 * Builds the last release in a folder, with the packages of this checkout.
 * @returns its program
 * @throws Error if the history does not have it, as in a shallow clone
 */
export async function buildLastRelease(folder: string): Promise<string> {
  const commit = await lastRelease();
  await mkdir(folder, { recursive: true });
  const archive = join(folder, "release.tar");
  await run("git", ["archive", "--format=tar", `--output=${archive}`, commit], { cwd: ROOT });
  await run("tar", ["-xf", archive, "-C", folder]);
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  await run(process.execPath, ["--import", "tsx", "build/build.ts"], { cwd: folder });
  return join(folder, "dist/standpipe.mjs");
}
