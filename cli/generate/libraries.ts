import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import description from "../../package.json" with { type: "json" };
import { CommandError } from "../command/errors.js";

/**
 * Libraries that only generating needs. The bundle does not contain them, so a project that generates installs them.
 */
export const generatorLibraries = [
  "esbuild",
  "gpt-tokenizer",
  "openapi-format",
  "oxfmt",
  "swagger2openapi",
  "typescript",
] as const;

type Library = (typeof generatorLibraries)[number];

/** Names missing libraries and how to install them; undefined if none is missing. */
export function missingLibraries(needed: readonly Library[] = generatorLibraries): CommandError | undefined {
  const missing = needed.filter((name) => !isInstalled(name));
  if (missing.length === 0) return undefined;
  const wanted = missing.map((name) => `${name}@${description.dependencies[name]}`);
  return new CommandError(
    `Libraries that only generating needs are missing. Install them next to Standpipe:\n  npm install ${wanted.join(" ")}`,
  );
}

function isInstalled(name: string): boolean {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return folders.some((folder) => existsSync(join(folder, name)));
}
