import { sql } from "kysely";
import type { Core } from "../../core.js";
import { badRequest } from "../../error.js";
import type { Db } from "../../store/store.js";
import { chainStart, type ChainStart } from "./chain-start.js";
import { createSealing, type ChainEnd, type SealedEntry, type Sealing } from "./seal.js";
import { sealedRows } from "./sealed-rows.js";
import { chainEnd } from "./sealer.js";

/** The first entry that is not as it was sealed. */
interface ChainFault {
  readonly kind: "changed" | "missing" | "reordered";
  /** Its number in the chain. */
  readonly sequence: number;
  /** Its id; null if the seal that named it is missing. */
  readonly entry: string | null;
  readonly message: string;
}

export interface ChainReport {
  /** The number after which this answer begins, and the last one that it compared. */
  readonly after: number;
  readonly through: number;
  /** The end of the chain: `<number>:<hash>`. */
  readonly head: string;
  /** Whether `through` is the end of the chain. If not, ask again with it as `after`. */
  readonly complete: boolean;
  readonly fault: ChainFault | null;
  /** Entries that wait to be sealed. */
  readonly waiting: number;
}

/** Seals of one answer: at most 10,000 entries. */
const MOST_SEALS = 100;

/**
 * Compares entries with their seals, and the seals with each other, from the number after which to begin.
 * @param head the end of the chain at an earlier time, `<number>:<hash>`, which must still be part of it
 * @throws GatewayError 400 for a number at which no seal ends
 */
export async function verifyLog(
  core: Pick<Core, "store" | "keys">,
  { after, head }: { readonly after?: number; readonly head?: string },
): Promise<ChainReport> {
  const { db } = core.store;
  const sealing = createSealing(core.keys);
  const start = await chainStart(db, sealing);
  const from = after === undefined || after <= start.last ? start : await endAt(db, after);
  const end = await chainEnd(db, sealing);
  const seals = await db
    .selectFrom("audit_seals")
    .selectAll()
    .where("last", ">", from.last)
    .orderBy("last")
    .limit(MOST_SEALS)
    .execute();
  const { count } = await db
    .selectFrom("audit_pending")
    .select((select) => select.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  let previous: ChainEnd = from;
  let fault = head === undefined ? undefined : await headFault(db, start, head);
  for (const { entries, hash, ...numbers } of seals) {
    const seal = { first: Number(numbers.first), last: Number(numbers.last), entries, hash };
    fault ??= await sealFault({ db, sealing, start }, previous, seal);
    if (fault) break;
    previous = seal;
  }
  return {
    after: from.last,
    through: previous.last,
    head: `${end.last}:${end.hash}`,
    complete: fault === undefined && previous.last >= end.last,
    fault: fault ?? null,
    waiting: Number(count),
  };
}

async function endAt(db: Db, last: number): Promise<ChainEnd> {
  const seal = await db.selectFrom("audit_seals").select("hash").where("last", "=", last).executeTakeFirst();
  if (!seal) throw badRequest("after: must be 0, or `through` of an answer");
  return { last, hash: seal.hash };
}

interface Seal extends ChainEnd {
  readonly first: number;
  readonly entries: string;
}

interface Comparison {
  readonly db: Db;
  readonly sealing: Sealing;
  readonly start: ChainStart;
}

async function sealFault(
  { db, sealing, start }: Comparison,
  previous: ChainEnd,
  seal: Seal,
): Promise<ChainFault | undefined> {
  const expected = previous.last + 1;
  if (seal.first > expected)
    return fault("missing", expected, null, `Entries ${expected} to ${seal.first - 1} are missing.`);
  const listed = entriesOf(seal.entries);
  const rows = await sealedRows(db, listed);
  for (const [index, [id, at, digest, mark]] of listed.entries()) {
    const sequence = seal.first + index;
    const row = rows.get(id);
    if (!row && (mark === "gone" || at >= start.before))
      return fault("missing", sequence, id, `Entry ${id} (number ${sequence}) is missing.`);
    if (row && sealing.digest(row, mark) !== digest)
      return fault("changed", sequence, id, `Entry ${id} (number ${sequence}) was changed.`);
  }
  const isAsSealed =
    seal.first === expected &&
    seal.last === expected + listed.length - 1 &&
    seal.hash === sealing.chain(previous.hash, seal.first, seal.entries);
  if (isAsSealed) return undefined;
  const about = `Entries ${seal.first} to ${seal.last} are not in the order in which they were sealed.`;
  return fault("reordered", seal.first, listed[0]?.[0] ?? null, about);
}

function fault(
  kind: ChainFault["kind"],
  sequence: number,
  entry: string | null,
  message: string,
): ChainFault {
  return { kind, sequence, entry, message };
}

/** A seal was changed if its list is not valid JSON, or if its hash is wrong. */
function entriesOf(json: string): readonly SealedEntry[] {
  try {
    return JSON.parse(json) as SealedEntry[];
  } catch {
    return [];
  }
}

/** An earlier end of the chain must still be in it. Otherwise somebody cut entries off its end. */
async function headFault(db: Db, start: ChainStart, head: string): Promise<ChainFault | undefined> {
  const [, number, hash] = /^(\d{1,15}):([\w-]*)$/.exec(head) ?? [];
  if (hash === undefined) throw badRequest("head: must be the head of an earlier answer, such as 120:abc");
  const last = Number(number);
  if (last < start.last || (last === start.last && hash === start.hash)) return undefined;
  const { rows } = await sql<{ hash: string }>`select hash from audit_seals where last = ${last}`.execute(db);
  if (rows[0]?.hash === hash) return undefined;
  return fault(
    "missing",
    last,
    null,
    `The chain does not contain ${head} any more: entries were removed from its end, or the database was replaced.`,
  );
}
