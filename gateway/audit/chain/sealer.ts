import { sql } from "kysely";
import type { Core } from "../../core.js";
import type { Db } from "../../store/store.js";
import { auditColumns, unknownOutcome, type AuditTable } from "../fields.js";
import { chainStart } from "./chain-start.js";
import { createSealing, type ChainEnd, type SealedEntry, type Sealing } from "./seal.js";

type Parts = Pick<Core, "store" | "keys" | "now">;

/** Entries of a seal. On SQLite a seal takes some milliseconds, in which no call goes on. */
const MOST_IN_SEAL = 100;
const EVERY_MS = 1_000;
/** Pause between two seals, so that calls come first. */
const PAUSE_MS = 20;
/** No call runs longer. An intent without an outcome after this time is sealed as it is. */
const OPEN_MS = 900_000;

/**
 * Seals written entries every second, apart from the calls: numbers them and chains their hashes. Of all processes with
 * the same store, one seals at a time.
 * @returns a function that seals what can be sealed, and stops it
 */
export function startSealer(core: Parts, report: (error: Error) => void): () => Promise<void> {
  const sealing = createSealing(core.keys);
  let isEnding = false;
  let running: Promise<void> | undefined;

  async function sealAll(): Promise<void> {
    while ((await sealSome(core, sealing)) && !isEnding)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  const run = () => (running ??= sealAll().finally(() => (running = undefined)));
  const timer = setInterval(() => void run().catch(report), EVERY_MS).unref();
  return async () => {
    isEnding = true;
    clearInterval(timer);
    await running?.catch(() => {});
    await sealSome(core, sealing).catch(report);
  };
}

/** Seals all entries that can be sealed now. */
export async function sealNow(core: Parts): Promise<void> {
  const sealing = createSealing(core.keys);
  while (await sealSome(core, sealing));
}

/** Adds one seal to the chain. @returns whether more entries may wait */
async function sealSome(core: Parts, sealing: Sealing): Promise<boolean> {
  const { store } = core;
  if (!(await store.db.selectFrom("audit_pending").select("n").limit(1).executeTakeFirst())) return false;
  return store.db.transaction().execute(async (db) => {
    if (!(await store.takeLock(db, "audit chain"))) return false;
    const { rows, newest, isFull } = await readPending(
      db,
      new Date(core.now().getTime() - OPEN_MS).toISOString(),
    );
    if (rows.length === 0) return false;
    const entries = rows.map((row) => sealed(row, sealing));
    await append(db, sealing, entries);
    await db
      .deleteFrom("audit_pending")
      .where(
        "id",
        "in",
        entries.map(([id]) => id),
      )
      .where("n", "<=", newest)
      .execute();
    return isFull;
  });
}

/** An entry that waits; without fields if it was deleted before it was sealed. */
type PendingRow = (AuditTable | { readonly id: null }) & {
  readonly pending_id: string;
  readonly pending_at: string;
};

/** Entries to seal, oldest first, and the newest number of all that wait. */
async function readPending(db: Db, openBefore: string) {
  const columns = sql.join(auditColumns.map((column) => sql`a.${sql.ref(column)} as ${sql.ref(column)}`));
  const { rows } = await sql<PendingRow & { readonly newest: number | string }>`
    select p.id as pending_id, p.at as pending_at, ${columns}, (select max(n) from audit_pending) as newest
    from audit_pending p left join audit a on a.id = p.id and a.at = p.at
    where a.id is null or a.outcome <> ${unknownOutcome} or a.at < ${openBefore}
    order by p.n limit ${MOST_IN_SEAL}`.execute(db);
  // An entry waits twice if its intent and its outcome were both written since.
  const byId = new Map(rows.map((row) => [row.pending_id, row]));
  return { rows: [...byId.values()], newest: rows[0]?.newest ?? 0, isFull: rows.length === MOST_IN_SEAL };
}

function sealed(row: PendingRow, sealing: Sealing): SealedEntry {
  if (row.id === null) return [row.pending_id, row.pending_at, "", "gone"];
  if (row.outcome === unknownOutcome) return [row.id, row.at, sealing.digest(row, "open"), "open"];
  return [row.id, row.at, sealing.digest(row)];
}

async function append(db: Db, sealing: Sealing, sealed: readonly SealedEntry[]): Promise<void> {
  const before = await chainEnd(db, sealing);
  const first = before.last + 1;
  const entries = JSON.stringify(sealed);
  await db
    .insertInto("audit_seals")
    .values({
      first,
      last: before.last + sealed.length,
      newest_at: sealed
        .map(([, at]) => at)
        .sort()
        .at(-1)!,
      entries,
      hash: sealing.chain(before.hash, first, entries),
    })
    .execute();
}

/** The end of the whole chain. */
export async function chainEnd(db: Db, sealing: Sealing): Promise<ChainEnd> {
  const seal = await db
    .selectFrom("audit_seals")
    .select(["last", "hash"])
    .orderBy("last", "desc")
    .limit(1)
    .executeTakeFirst();
  return seal ? { last: Number(seal.last), hash: seal.hash } : chainStart(db, sealing);
}
