import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";

/** A backup that cannot be made. Its message says why, and what to do. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

/**
 * Copies the database of a data folder into a file, even while a gateway uses it. The copy is complete and needs no
 * other file.
 * @throws BackupError if there is no database, or the file exists
 */
export async function backupSqlite(folder: string, to: string): Promise<void> {
  const { default: Database } = await import("libsql");
  const path = join(folder, "standpipe.db");
  if (!existsSync(path))
    throw new BackupError(
      `There is no standpipe.db in ${folder}. Pass the gateway's data folder with --data.`,
    );
  if (existsSync(to)) throw new BackupError(`${to} exists. Choose another file, or delete it first.`);
  const database = new Database(path, { readonly: true });
  try {
    database.prepare("VACUUM INTO ?").run(to);
    chmodSync(to, 0o600);
  } finally {
    database.close();
  }
}
