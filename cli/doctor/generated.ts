import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CommandError } from "../command/errors.js";
import { requireBuiltFiles } from "../gateway/bundle-check.js";
import { bundleFolder } from "../verify/release-manifest.js";
import { fail, ok, type Examined, type Finding } from "./finding.js";

/** Whether the served files are those that were built, or in a checkout those that its sources generate. */
export async function checkFiles({ module }: Pick<Examined, "module">): Promise<Finding> {
  if (module === undefined) return ok("The server is a single file.");
  if (bundleFolder(module) !== undefined) return checkBundle(module);
  return checkCheckout(fileURLToPath(new URL("../..", module)));
}

async function checkBundle(module: string): Promise<Finding> {
  try {
    await requireBuiltFiles(module);
    return ok("All files are as they were built.");
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return fail(error.message.replace(/ Install it again.*$/, ""), "Install Standpipe again.");
  }
}

/** @param root of a checkout */
export async function checkCheckout(root: string): Promise<Finding> {
  const main = join(root, "cli/main.ts");
  if (!existsSync(main)) return ok("There are no sources here to compare with.");
  const said = await new Promise<string | undefined>((resolve) =>
    execFile(
      process.execPath,
      ["--import", "tsx", main, "generate", "--check"],
      { cwd: root, timeout: 120_000 },
      (error, stdout, stderr) => resolve(error ? stderr + stdout : undefined),
    ),
  );
  if (said === undefined) return ok("generated/ is what its sources generate.");
  const why = said.split("\n").find((line) => line.includes("stale")) ?? "generate --check fails.";
  return fail(why.trim(), 'Run "make generate" and commit the result.');
}
