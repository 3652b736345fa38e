import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { CommandError } from "../command/errors.js";
import type { DeclaredFiles } from "./files.js";

/**
 * The keys of accounts that are set here, by the names of the accounts. An account that is on the gateway already needs
 * none.
 * @throws CommandError for a file that is there and cannot be read
 */
export function findKeys(
  { declaration: { accounts = [] }, paths }: Pick<DeclaredFiles, "declaration" | "paths">,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const found = accounts.flatMap(({ name, key }): [string, string][] => {
    if (key === undefined) return [];
    const [kind, ...rest] = key.split(":");
    const where = rest.join(":");
    const text = kind === "env" ? environment[where] : fileText(resolve(dirname(paths[0]!), where), name);
    return text?.trim() ? [[name, text.trim()]] : [];
  });
  return Object.fromEntries(found);
}

/** The path is in no message: a key that was written there by mistake would be in a log. */
function fileText(path: string, account: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    throw new CommandError(
      `The key file of account "${account}" can't be read (${code}). Correct its rights.`,
    );
  }
}
