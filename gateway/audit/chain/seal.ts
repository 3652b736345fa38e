import { createHmac } from "node:crypto";
import type { Keys } from "../../secrets/keys.js";
import { auditColumns, settledColumns, type AuditTable } from "../fields.js";

/**
 * An entry in a seal: its id, its time and its digest. `open` marks an intent whose outcome was not known in time: its
 * digest leaves the outcome out, and the outcome gets a number of its own if it follows. `gone` marks an entry that was
 * deleted before it was sealed.
 */
export type SealedEntry = readonly [id: string, at: string, digest: string, mark?: "open" | "gone"];

/** The end of a chain: the number of its last entry, and the hash of its last seal. */
export interface ChainEnd {
  readonly last: number;
  readonly hash: string;
}

export const noChain: ChainEnd = { last: 0, hash: "" };

const settled = new Set<string>(settledColumns);
const intentColumns = auditColumns.filter((column) => !settled.has(column));

/** Makes the hashes of the chain. A key of the gateway is needed, so the database alone cannot forge one. */
export interface Sealing {
  /** The digest of an entry. A column without a value is left out, so that a later release can add columns. */
  digest(row: AuditTable, mark?: "open" | "gone"): string;
  /** The hash of a seal, from the hash of the one before. */
  chain(previous: string, first: number, entries: string): string;
  /** The authentication of a text that belongs to the chain. */
  sign(text: string): string;
}

export function createSealing(keys: Keys): Sealing {
  const key = keys.derive("audit chain");
  const sign = (text: string) => createHmac("sha256", key).update(text).digest("base64url");
  return {
    digest(row, mark) {
      const columns = mark === "open" ? intentColumns : auditColumns;
      const cells = columns.filter((column) => row[column] !== null).map((column) => [column, row[column]]);
      return sign(`entry\n${JSON.stringify(cells)}`);
    },
    chain: (previous, first, entries) => sign(`seal\n${previous}\n${first}\n${entries}`),
    sign,
  };
}
