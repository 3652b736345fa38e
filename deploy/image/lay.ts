import { execFile } from "node:child_process";
import { chmod, chown, cp, mkdir, readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import type { ImagePlan, Stage, Step } from "./dockerfile.js";

const run = promisify(execFile);

/**
 * Carries out a Dockerfile's stages in folders, one per stage. Two things differ from a container engine: `npm ci` copies
 * the packages of the project, because both come from one lockfile. The last stage starts with Node's binary and its
 * libraries instead of Node's image.
 * @param root the project's folder, which is the build's context
 * @returns the last stage's folder, as the root of the image
 */
export async function layImage({ stages }: ImagePlan, root: string, into: string): Promise<string> {
  const folders = new Map<string, string>();
  for (const [index, stage] of stages.entries()) {
    const folder = join(into, stage.name ?? "image");
    await mkdir(folder, { recursive: true });
    if (index === stages.length - 1) await layNode(folder);
    await layStage(stage, folder, (name) => (name === undefined ? root : folders.get(name)!));
    folders.set(stage.name ?? "image", folder);
  }
  return join(into, "image");
}

async function layStage(
  stage: Stage,
  folder: string,
  rootOf: (stage: string | undefined) => string,
): Promise<void> {
  let workdir = "/";
  for (const step of stage.steps) {
    if (step.do === "workdir")
      await mkdir(join(folder, (workdir = resolve(workdir, step.path))), { recursive: true });
    else if (step.do === "run") await runStep(step.command, join(folder, workdir), rootOf(undefined));
    else await copy(step, rootOf(step.from), (path) => join(folder, resolve(workdir, path)) + trailing(path));
  }
}

const trailing = (path: string) => (path.endsWith("/") ? "/" : "");

async function runStep(command: string, cwd: string, root: string): Promise<void> {
  const installed = command.replace(/^npm ci\b[^&]*/, `cp -al "$INSTALLED" node_modules `);
  const env = { ...process.env, INSTALLED: join(root, "node_modules") };
  await run("sh", ["-ec", installed], { cwd, env });
}

/** Copies a folder's content like COPY, or a file into a folder if the target ends with a slash. */
async function copy(
  { from, sources, to, owner }: Step & { do: "copy" },
  root: string,
  place: (path: string) => string,
): Promise<void> {
  const found =
    from === undefined ? (await Promise.all(sources.map((source) => context(root, source)))).flat() : sources;
  for (const source of found) {
    const isWhole = sources.includes(source) && (await stat(join(root, source))).isDirectory();
    const target = isWhole ? place(to) : join(place(to), from === undefined ? source : basename(source));
    await mkdir(dirname(target), { recursive: true });
    await cp(join(root, source), target, { recursive: true, preserveTimestamps: true });
    if (owner !== undefined) await chown(target, ...(owner.split(":").map(Number) as [number, number]));
  }
}

/** The files of the context that a source names. `.dockerignore` excludes everything except the listed names. */
async function context(root: string, source: string): Promise<string[]> {
  const lines = (await readFile(join(root, ".dockerignore"), "utf8"))
    .split("\n")
    .filter((line) => /^[^#]/.test(line));
  const allowed = lines.flatMap((line) => (line.startsWith("!") ? line.slice(1) : []));
  if (lines[0] !== "*" || allowed.length !== lines.length - 1)
    throw new Error(".dockerignore must begin with * and then only include paths with !.");
  if (source === ".") return allowed;
  if (allowed.includes(source)) return [source];
  throw new Error(`COPY ${source}: .dockerignore leaves it out.`);
}

/** Node, its libraries, and the rest of the C library, which native modules also need. */
async function layNode(folder: string): Promise<void> {
  const { stdout } = await run("ldd", [process.execPath]);
  const loaded = [...stdout.matchAll(/(\/\S+) \(0x/g)].map(([, path]) => path!);
  const cFolder = dirname(loaded.find((path) => basename(path) === "libc.so.6")!);
  const ofC = (await readdir(cFolder)).filter((name) => /^lib(dl|m|pthread|resolv|rt)\.so\.\d$/.test(name));
  await chmod(folder, 0o755);
  await place(process.execPath, "/usr/local/bin/node");
  for (const path of new Set([...loaded, ...ofC.map((name) => join(cFolder, name))])) await place(path, path);

  async function place(from: string, to: string): Promise<void> {
    await mkdir(dirname(join(folder, to)), { recursive: true });
    await cp(from, join(folder, to), { dereference: true });
  }
}
