import type { Act, Core } from "../core.js";
import type { Db } from "../store/store.js";
import type { AuditEntry } from "./fields.js";

/** What a management action did, for `transact`. */
export interface ActEntry {
  /** `account.create`, `server.rotate` … */
  readonly action: string;
  readonly accountId?: string;
  readonly serverId?: string;
  readonly tokenId?: string;
  /** The changed names and values, without secrets. */
  readonly detail?: unknown;
}

/** Does a management action. Its changes and its entries are committed together, or not at all. */
export async function transact<Result>(
  { store, audit, changed }: Core,
  { actor, issuer, subject, role, requestId, address }: Act,
  change: (db: Db, note: (entry: ActEntry) => void) => Promise<Result>,
): Promise<Result> {
  const entries: AuditEntry[] = [];
  const note = (entry: ActEntry) =>
    void entries.push({
      kind: "manage",
      outcome: "ok",
      actor,
      issuer,
      subject,
      role,
      requestId,
      address,
      ...entry,
    });
  const result = await store.db.transaction().execute(async (db) => {
    entries.length = 0;
    const made = await change(db, note);
    await audit.keep(db, entries);
    return made;
  });
  audit.tell(entries);
  changed();
  return result;
}
