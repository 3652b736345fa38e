import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import description from "../package.json" with { type: "json" };

/** What generating takes and serving doesn't. The bundle holds none of it: whoever generates installs it. */
export const generatorLibraries = [
  "esbuild",
  "gpt-tokenizer",
  "handlebars",
  "openapi-format",
  "openapi-typescript",
  "oxfmt",
  "swagger2openapi",
  "ts-morph",
  "typescript",
] as const;

type Library = (typeof generatorLibraries)[number];

/** What to do about libraries that are not installed, or nothing. */
export function lackOfLibraries(needed: readonly Library[] = generatorLibraries): string | undefined {
  const missing = needed.filter((name) => !isInstalled(name));
  if (missing.length === 0) return undefined;
  const wanted = missing.map((name) => `${name}@${description.dependencies[name]}`);
  return `This takes libraries that serving does without. Install them beside Standpipe:\n  npm install ${wanted.join(" ")}`;
}

function isInstalled(name: string): boolean {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return folders.some((folder) => existsSync(join(folder, name)));
}
