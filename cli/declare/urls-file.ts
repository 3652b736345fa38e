import { readFile, rename, writeFile } from "node:fs/promises";
import { CommandError } from "../command/errors.js";

/** Server URLs by account and name. Each has a token, so only the owner may read the file. */
type Urls = Readonly<Record<string, string>>;

/**
 * Prepares a file for new server URLs, before they are made: a URL that cannot be stored would be lost.
 * @returns a function that adds URLs to the file; those of other servers stay
 * @throws CommandError if the file cannot be read or written
 */
export async function openUrlsFile(path: string): Promise<(added: Urls) => Promise<void>> {
  const before = await urlsIn(path);
  const next = `${path}.new`;
  const write = async (urls: Urls) => {
    await writeFile(next, `${JSON.stringify(urls, undefined, 2)}\n`, { mode: 0o600 });
    await rename(next, path);
  };
  await write(before).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(
      `--urls-to ${path} can't be written (${error.code}). Choose another file. Nothing was changed.`,
    );
  });
  return (added) => write({ ...before, ...added });
}

async function urlsIn(path: string): Promise<Urls> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Urls;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw new CommandError(
      `--urls-to ${path} is not a file of server URLs. Choose another file. Nothing was changed.`,
    );
  }
}
