import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { startPostgres } from "../gateway/kit/postgres.js";
import type { StoreKind } from "../gateway/kit/stores.js";

const run = promisify(execFile);

/** A disk of some megabytes with a gateway's store on it. */
export interface SmallDisk {
  /** For the gateway. */
  readonly env: Readonly<Record<string, string>>;
  /** Takes the space that is left. */
  fill(): Promise<void>;
  free(): Promise<void>;
  /** Call it when the gateway has ended. */
  remove(): Promise<void>;
}

export const canMount = await run("sh", ["-c", "d=$(mktemp -d) && mount -t tmpfs none $d && umount $d"]).then(
  () => true,
  () => false,
);
if (!canMount)
  console.warn("SKIPPED: the full disk is not tested, because this user may not mount a file system.");

/** SQLite has all of its files on it. PostgreSQL has its tables there, as a tablespace; a full disk for its own log ends it. */
export const smallDisks: Readonly<Record<StoreKind, (dataFolder: string) => Promise<SmallDisk>>> = {
  async sqlite(dataFolder) {
    await mkdir(dataFolder);
    return { env: {}, ...(await mounted(dataFolder)) };
  },
  async postgres() {
    const folder = await mkdtemp(join(tmpdir(), "standpipe-disk-"));
    const [disk, postgres] = await Promise.all([mounted(folder), startPostgres()]);
    const space = join(folder, "space");
    await mkdir(space);
    // Who may mount is root, and for root PostgreSQL runs as nobody.
    await run("chown", ["nobody", space]);
    const url = await postgres.database("on_disk");
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`create tablespace small location '${space}'`);
    await client.query("alter database on_disk set default_tablespace = small");
    await client.end();
    return {
      ...disk,
      env: { DATABASE_URL: url },
      async remove() {
        await postgres.stop();
        await disk.remove();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
};

async function mounted(folder: string): Promise<Omit<SmallDisk, "env">> {
  await run("mount", ["-t", "tmpfs", "-o", "size=4m", "none", folder]);
  const filler = join(folder, "filler");
  return {
    fill: () => writeFile(filler, Buffer.alloc(8 << 20)).catch(() => {}),
    free: () => rm(filler),
    remove: async () => void (await run("umount", [folder])),
  };
}
