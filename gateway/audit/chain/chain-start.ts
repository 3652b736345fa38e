import type { Core } from "../../core.js";
import type { Db } from "../../store/store.js";
import { createSealing, noChain, type ChainEnd, type Sealing } from "./seal.js";

/** Where the stored chain begins: after the last seal that was deleted with its entries. */
export interface ChainStart extends ChainEnd {
  /** Entries before this time may be deleted, because of their age. */
  readonly before: string;
}

const setting = "audit_chain_start";
const neverPruned: ChainStart = { ...noChain, before: "" };

/** Seals per statement. */
const MOST_AT_ONCE = 200;

/** @throws Error if somebody changed it in the database */
export async function chainStart(db: Db, sealing: Sealing): Promise<ChainStart> {
  const row = await db.selectFrom("settings").select("value").where("key", "=", setting).executeTakeFirst();
  if (!row) return neverPruned;
  const { signature, ...start } = JSON.parse(row.value) as ChainStart & { readonly signature: string };
  if (signature === sealing.sign(signed(start))) return start;
  throw new Error(
    "The beginning of the audit log's chain was changed in the database, in the setting audit_chain_start.",
  );
}

/** Notes that entries before a time may be missing. Call it before they are deleted. */
export async function allowPruning(
  core: Pick<Core, "store" | "keys" | "now">,
  before: string,
): Promise<void> {
  const sealing = createSealing(core.keys);
  const start = await chainStart(core.store.db, sealing);
  if (before > start.before) await keepStart(core, core.store.db, { ...start, before });
}

/** Deletes seals whose entries are all older than a time. The end of the deleted part is kept as the new start. */
export async function removeOldSeals(
  core: Pick<Core, "store" | "keys" | "now">,
  before: string,
): Promise<void> {
  const removed = await core.store.db.transaction().execute(async (db) => {
    if (!(await core.store.takeLock(db, "audit chain"))) return 0;
    const seals = await db
      .selectFrom("audit_seals")
      .select(["last", "hash", "newest_at"])
      .orderBy("last")
      .limit(MOST_AT_ONCE)
      .execute();
    const kept = seals.findIndex(({ newest_at }) => newest_at >= before);
    const old = kept < 0 ? seals : seals.slice(0, kept);
    const end = old.at(-1);
    if (!end) return 0;
    await keepStart(core, db, { last: Number(end.last), hash: end.hash, before });
    await db.deleteFrom("audit_seals").where("last", "<=", end.last).execute();
    return old.length;
  });
  if (removed === MOST_AT_ONCE) await removeOldSeals(core, before);
}

async function keepStart(
  { keys, now }: Pick<Core, "keys" | "now">,
  db: Db,
  { last, hash, before }: ChainStart,
): Promise<void> {
  const start = { last, hash, before };
  const value = JSON.stringify({ ...start, signature: createSealing(keys).sign(signed(start)) });
  const updated_at = now().toISOString();
  await db
    .insertInto("settings")
    .values({ key: setting, value, updated_at })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value, updated_at }))
    .execute();
}

function signed({ last, hash, before }: ChainStart): string {
  return `start\n${last}\n${hash}\n${before}`;
}
