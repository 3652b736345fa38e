import {
  PostgresAdapter,
  sql,
  type CreateTableBuilder,
  type Kysely,
  type QueryExecutorProvider,
} from "kysely";
import { counted } from "./usage-columns.js";

/** Columns of a row's key, besides its time. */
const keys = ["server_id", "tool", "actor"] as const;
const copied = ["account_id", ...keys, ...counted];

/**
 * Adds the table `usage_days`: the numbers of `usage` by day, so that a year is read from a fraction of the rows. Triggers
 * fill it, because replicas of the release before write only hours. Once released, it is never changed.
 */
export async function addUsageDays(db: Kysely<unknown>): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable("usage_days");
  for (const column of ["day", "account_id", ...keys])
    table = table.addColumn(column, "text", (one) => one.notNull());
  for (const column of counted) table = table.addColumn(column, "bigint", (one) => one.notNull());
  await table.addPrimaryKeyConstraint("usage_days_key", ["day", ...keys]).execute();
  await fillUsageDays(db);
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  for (const statement of isPostgres ? postgresTriggers : sqliteTriggers)
    await sql.raw(statement).execute(db);
}

/** Sums the hours by day, into an empty table. */
export async function fillUsageDays(db: QueryExecutorProvider): Promise<void> {
  await sql
    .raw(
      `insert into usage_days (day, ${copied.join(", ")})
       select substr(hour, 1, 10), min(account_id), ${keys.join(", ")}, ${counted.map((one) => `sum(${one})`).join(", ")}
       from usage group by substr(hour, 1, 10), ${keys.join(", ")}`,
    )
    .execute(db);
}

/** Adds to the day of an hour that was written. @param amount what is added to a column */
const addToDay = (amount: (column: string) => string) => `
  insert into usage_days (day, ${copied.join(", ")})
  values (substr(new.hour, 1, 10), new.account_id, ${keys.map((key) => `new.${key}`).join(", ")},
    ${counted.map(amount).join(", ")})
  on conflict (day, ${keys.join(", ")}) do update
  set ${counted.map((column) => `${column} = usage_days.${column} + excluded.${column}`).join(", ")};`;

const inserted = addToDay((column) => `new.${column}`);
const updated = addToDay((column) => `new.${column} - old.${column}`);

const sqliteTriggers = [
  `create trigger usage_inserted after insert on usage begin ${inserted} end`,
  `create trigger usage_updated after update on usage begin ${updated} end`,
];

const postgresTriggers = [
  `create function standpipe_usage_written() returns trigger language plpgsql as
   $$ begin if tg_op = 'INSERT' then ${inserted} else ${updated} end if; return null; end $$`,
  `create trigger usage_written after insert or update on usage
   for each row execute function standpipe_usage_written()`,
];
