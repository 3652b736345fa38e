import { chmodSync, statSync } from "node:fs";
import { join } from "node:path";

const files = ["standpipe.db", "standpipe.db-wal", "standpipe.db-shm", "secret.key"];

/**
 * Restricts the files of a data folder to their owner. The folder itself may be a volume whose mode is set elsewhere,
 * so its mode stays.
 * @returns what was readable by others, and the fix
 */
export function closeToOthers(folder: string): string[] {
  // Windows has no such modes.
  if (process.platform === "win32") return [];
  const mode = openMode(folder);
  const own = mode
    ? [`Other users of this machine have access to ${folder} (mode ${mode}). Run: chmod 700 ${folder}`]
    : [];
  return [...own, ...files.flatMap((name) => closed(join(folder, name)))];
}

function closed(path: string): string[] {
  const mode = openMode(path);
  if (mode === undefined) return [];
  chmodSync(path, 0o600);
  return [
    `Other users of this machine had access to ${path} (mode ${mode}). The mode is now 600. ` +
      "If somebody may have read it, change the accounts' API keys and the admin token.",
  ];
}

/** The mode of a path that other users can read; undefined if only its owner can, or if it does not exist. */
function openMode(path: string): string | undefined {
  const mode = (statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o777;
  return (mode & 0o077) === 0 ? undefined : mode.toString(8);
}
