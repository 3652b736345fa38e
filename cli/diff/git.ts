import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The text of a file at a revision; undefined if it does not exist there. */
export async function gitFile(root: string, revision: string, path: string): Promise<string | undefined> {
  return git(root, ["show", `${revision}:${path}`]).catch(() => undefined);
}

/** Whether git knows this as a revision. */
export async function isRevision(root: string, revision: string): Promise<boolean> {
  const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  return git(root, asked).then(
    () => true,
    () => false,
  );
}

/** Whether the working tree differs from a revision at a path. */
export async function hasChanged(root: string, revision: string, path: string): Promise<boolean> {
  return git(root, ["diff", "--quiet", revision, "--", path]).then(
    () => false,
    () => true,
  );
}

/** The texts of all files in a folder at a revision whose names end like this. */
export async function gitFiles(
  root: string,
  revision: string,
  folder: string,
  end: string,
): Promise<string[]> {
  const listed = await git(root, ["ls-tree", "-r", "--format=%(objectname) %(path)", revision, "--", folder]);
  const ids = listed
    .split("\n")
    .flatMap((line) => (line.endsWith(end) ? [line.slice(0, line.indexOf(" "))] : []));
  return ids.length === 0 ? [] : blobs(root, ids);
}

/** One process for all files, because one for each would take seconds. */
async function blobs(root: string, ids: readonly string[]): Promise<string[]> {
  const asked = run("git", ["cat-file", "--batch"], { cwd: root, maxBuffer: MOST, encoding: "buffer" });
  asked.child.stdin!.end(`${ids.join("\n")}\n`);
  const { stdout } = await asked;
  const texts: string[] = [];
  for (let at = 0; at < stdout.length;) {
    const end = stdout.indexOf("\n", at);
    const size = Number(stdout.toString("utf8", at, end).split(" ")[2]);
    texts.push(stdout.toString("utf8", end + 1, end + 1 + size));
    at = end + size + 2;
  }
  return texts;
}

async function git(root: string, args: readonly string[]): Promise<string> {
  return (await run("git", [...args], { cwd: root, maxBuffer: MOST })).stdout;
}

const MOST = 256 * 1024 * 1024;
