import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { placeBundle } from "../../fixtures/shared-build.js";

const ROOT = join(import.meta.dirname, "../../..");

/** The product of `make build`, in a scratch folder. */
export interface Bundle {
  readonly folder: string;
  readonly program: string;
  remove(): Promise<void>;
}

export async function buildBundle(): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), "standpipe-bundle-"));
  await placeBundle(folder);
  await cp(join(ROOT, "package.json"), join(folder, "package.json"));
  await mkdir(join(folder, "work"));
  return {
    folder,
    program: join(folder, "dist/standpipe.mjs"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The result of a program's run. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Stops the program with SIGTERM once it has printed this. */
  readonly until?: RegExp;
}

/** A program that hangs is killed after this time, and its exit code is null. */
export const mostMs = 60_000;

/** Runs a program with an empty stdin until it ends. */
export function runProgram(file: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  const { cwd, env, until } = options;
  const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  let isStopped = false;
  // Only once: a second signal would kill a program that is shutting down.
  const hear = () => {
    if (!isStopped && until?.test(stdout + stderr)) isStopped = child.kill("SIGTERM");
  };
  child.stdout.on("data", (chunk) => ((stdout += String(chunk)), hear()));
  child.stderr.on("data", (chunk) => ((stderr += String(chunk)), hear()));
  const timer = setTimeout(() => child.kill("SIGKILL"), mostMs);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
}

/** Splits a line like a shell: at spaces, except in single quotes. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}
