import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { GeneratedApi } from "../runtime/index.js";
import type { Apis } from "./apis.js";
import { CommandError } from "./command/errors.js";

/**
 * A built-in API by name, or one from a folder that `standpipe generate` wrote.
 * @throws CommandError if there is none
 */
export async function loadApi(given: string, apis: Apis): Promise<GeneratedApi> {
  if (Object.hasOwn(apis, given)) return apis[given]!();
  const file = moduleOf(resolve(given));
  if (file === undefined)
    throw new CommandError(
      `--api: there is no API ${given}. Pass ${Object.keys(apis).join(", ")}, or a folder that standpipe generate wrote.`,
    );
  const { api } = await imported(file, given);
  if (!isGeneratedApi(api))
    throw new CommandError(`--api: ${given} holds no generated API. Generate it again.`);
  return api;
}

/** The file to import. A bundle runs everywhere. TypeScript needs a loader such as tsx. */
function moduleOf(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isDirectory()) return path;
  return ["server.mjs", "index.js", "index.ts"].map((name) => join(path, name)).find(existsSync);
}

async function imported(file: string, given: string): Promise<{ readonly api?: unknown }> {
  try {
    return (await import(pathToFileURL(file).href)) as { readonly api?: unknown };
  } catch (error) {
    const fix = file.endsWith(".ts") ? " Generate it with --bundle, so that it needs no compiler." : "";
    throw new CommandError(`--api: ${given} can't be loaded: ${(error as Error).message}.${fix}`);
  }
}

function isGeneratedApi(value: unknown): value is GeneratedApi {
  return typeof value === "object" && value !== null && "catalogue" in value && "load" in value;
}
