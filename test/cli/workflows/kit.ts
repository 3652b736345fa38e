import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "yaml";

/*
 * actionlint checks the workflows against GitHub's rules. The steps of the update job run unchanged in a scratch clone:
 * `gh` is a fake that records its calls, and `npm ci` a link to the installed packages.
 */
export const run = promisify(execFile);

export const ROOT = join(import.meta.dirname, "../../..");

export const FOLDER = join(ROOT, ".github/workflows");

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly env?: Record<string, string>;
  readonly permissions?: Record<string, string>;
  readonly jobs: Record<string, { readonly steps: Step[]; readonly permissions?: Record<string, string> }>;
}

export const read = async (name: string) => parse(await readFile(join(FOLDER, name), "utf8")) as Workflow;
