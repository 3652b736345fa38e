import type { Db } from "../../store/store.js";
import { auditColumns, type AuditTable } from "../fields.js";
import type { SealedEntry } from "./seal.js";

/** The entries that a seal lists, by id. One that is missing, or whose time was changed, is not in it. */
export async function sealedRows(
  db: Db,
  listed: readonly SealedEntry[],
): Promise<ReadonlyMap<string, AuditTable>> {
  if (listed.length === 0) return new Map();
  const times = listed.map(([, at]) => at).sort();
  const rows = await db
    .selectFrom("audit")
    .select(auditColumns)
    .where(
      "id",
      "in",
      listed.map(([id]) => id),
    )
    // PostgreSQL then looks into their partitions alone. An entry whose time was changed is missing there.
    .where("at", ">=", times[0]!)
    .where("at", "<=", times.at(-1)!)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
