import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { SourceFile } from "../../generator/describe/words.js";
import { SETTINGS_FILE, wordsPathIn } from "../../generator/from-document/settings.js";
import { CommandError } from "../command/errors.js";

/** The settings of an API and the words file that they name. */
export interface SettingsFiles {
  readonly settings: SourceFile;
  readonly words?: SourceFile;
}

/**
 * Reads them from the folder of the generated files; empty where there are none.
 * @throws CommandError for a words file that can't be read
 */
export async function readSettings(folder: string): Promise<SettingsFiles> {
  const path = join(folder, SETTINGS_FILE);
  const given = (await readText(path)) ?? "";
  // A skeleton that nobody edited says nothing, so what was generated before it was written is still fresh.
  const settings = { at: SETTINGS_FILE, text: isComment(given) ? "" : given };
  const named = wordsPathIn(settings.text);
  if (named === undefined) return { settings };
  const text = await readText(resolve(folder, named));
  if (text === undefined)
    throw new CommandError(
      `${path}: words: names ${named}, which can't be read. Create the file, or remove the line.`,
    );
  return { settings, words: { at: named, text } };
}

/** Writes what a person may begin with, unless they have begun. Whether it was written for the first time. */
export async function offerSettings(folder: string, skeleton: string): Promise<boolean> {
  const path = join(folder, SETTINGS_FILE);
  const before = await readText(path);
  if (before === skeleton || (before !== undefined && !isComment(before))) return false;
  await mkdir(folder, { recursive: true });
  await writeFile(path, skeleton);
  return before === undefined;
}

function isComment(text: string): boolean {
  return text.split("\n").every((line) => /^\s*(#|$)/.test(line));
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new CommandError(`${path} can't be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}
