import type { Kysely } from "kysely";
import { conflict } from "../error.js";

/** Columns of rows that `standpipe apply` can manage. */
export interface Managed {
  /** The file that declares it; null for what only people and programs manage. */
  managed_by: string | null;
  /** JSON of what the file said when it was last applied. */
  applied: string | null;
}

/** The values of a row that no file declares. */
export const unmanaged: Managed = { managed_by: null, applied: null };

/**
 * What people may change on the page: rows that no file declares.
 * @throws GatewayError 409
 */
export function requireUnmanaged<Row extends Pick<Managed, "managed_by">>(row: Row): Row {
  if (row.managed_by === null) return row;
  throw conflict(`${managedWords(row.managed_by)} A change here would be undone by the next apply.`);
}

/** For people, on the page. */
export function managedWords(file: string): string {
  return `${file} manages this. Change the file, and run standpipe apply.`;
}

export async function addManagedBy({ schema }: Kysely<unknown>): Promise<void> {
  for (const table of ["accounts", "servers", "role_grants"])
    for (const column of ["managed_by", "applied"])
      await schema.alterTable(table).addColumn(column, "text").execute();
}
