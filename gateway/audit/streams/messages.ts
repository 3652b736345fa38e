import type { SealedEntry } from "../chain/seal.js";
import { sealedRows } from "../chain/sealed-rows.js";
import { logEntry } from "../read-log.js";
import type { Db } from "../../store/store.js";
import type { Message, StreamedEntry } from "./sink.js";

/** The next message after a number; undefined at the end. */
export async function messageAfter(db: Db, sent: number): Promise<Message | undefined> {
  const seal = await db
    .selectFrom("audit_seals")
    .select(["first", "last", "entries"])
    .where("last", ">", sent)
    .orderBy("last")
    .limit(1)
    .executeTakeFirst();
  return seal && messageOf(db, { ...seal, first: Number(seal.first), last: Number(seal.last) });
}

/** The message that ends with a number; undefined if its entries were deleted because of their age. */
export async function messageTo(db: Db, last: number): Promise<Message | undefined> {
  const message = await messageAfter(db, last - 1);
  return message?.last === last ? message : undefined;
}

interface ReadSeal {
  readonly first: number;
  readonly last: number;
  readonly entries: string;
}

/** A seal has a fixed list of entries, so each attempt sends the same message. */
async function messageOf(db: Db, { first, last, entries }: ReadSeal): Promise<Message> {
  const sealed = JSON.parse(entries) as SealedEntry[];
  const rows = await sealedRows(db, sealed);
  return {
    id: `audit_${first}_${last}`,
    first,
    last,
    entries: sealed.map(([id, at], index): StreamedEntry => {
      const row = rows.get(id);
      return { sequence: first + index, id, at, ...(row && logEntry(row)) };
    }),
  };
}
